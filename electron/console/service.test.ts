import { Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { AppError, toFailure } from '../lib/app-error.ts';
import type { HttpRequest } from '../network/transport.ts';
import { DEFAULT_PREFERENCES } from '../settings/schema.ts';
import { createConsole } from './service.ts';

const NOW = 1_750_000_000_000;
const account = 'arn:aws:iam::111122223333';
const pass = {
  id: 'reports',
  organisation: 'corp',
  label: 'Reports',
  roleArn: `${account}:role/S3AccessRole`,
  providerArn: `${account}:saml-provider/Corp`,
  region: 'eu-west-1',
};
const chained = { ...pass, id: 'chained', thenAssume: { roleArn: 'arn:aws:iam::444455556666:role/Partner' } };
const china = {
  ...pass,
  id: 'china',
  roleArn: 'arn:aws-cn:iam::111122223333:role/x',
  region: 'cn-north-1',
};
const credentials = {
  accessKeyId: 'ASIAX',
  secretAccessKey: 'k',
  sessionToken: 't',
  startedAt: NOW,
  expiresAt: NOW + 3_600_000,
  scope: 'full',
} as const;

interface Changes {
  named?: string;
  clearSeconds?: number;
  status?: number;
  opens?: () => Promise<void>;
  came?: Promise<boolean>;
}

function house({
  named,
  clearSeconds = 60,
  status = 200,
  opens = async () => {},
  came = new Promise(() => {}),
}: Changes = {}) {
  const asked: HttpRequest[] = [];
  const closed = vi.fn();
  const led: string[] = [];
  const opened: string[] = [];
  const copied: unknown[] = [];
  const shown: string[] = [];
  const logged: unknown[] = [];
  const console = createConsole({
    settings: {
      pass: (id) => [pass, chained, china].find((each) => each.id === id),
      organisation: () => ({
        id: 'corp',
        name: 'Corp',
        signInUrl: 'https://idp.corp.example/',
        region: 'eu-west-1',
        ...(named && { endpoints: { console: named } }),
      }),
      preferences: () => ({ ...DEFAULT_PREFERENCES, clipboardClearSeconds: clearSeconds }),
    },
    sessions: { credentials: (id) => (id === 'over' ? null : credentials) },
    clock: { now: () => NOW },
    transportOf: () => ({
      async send(request) {
        asked.push(request);
        return { status, headers: {}, body: Readable.from([Buffer.from('{"SigninToken":"sEcReT"}')]) };
      },
      close: closed,
    }),
    addresses: {
      async leadTo(url) {
        led.push(url);
        return { address: 'http://127.0.0.1:9/once', came };
      },
    },
    openInBrowser: async (url) => {
      opened.push(url);
      await opens();
    },
    clipboard: {
      copyCredentials: async (...given) => {
        copied.push(given);
        return { clearsAt: NOW + 1000 };
      },
    },
    toFailure: (error) =>
      toFailure(
        error,
        (text) => text,
        () => 'x',
      ),
    showMain: (id) => shown.push(id),
    log: (...line) => logged.push(line),
    changed: () => {},
  });
  const form = () => new URLSearchParams(String(asked[0]?.body));
  return { console, asked, form, closed, led, opened, copied, shown, logged };
}

describe('opening', () => {
  it('asks AWS’s regional sign-in, and gives the browser an address of this machine alone', async () => {
    const { console, asked, form, closed, led, opened, logged } = house();
    await console.open('reports', { kind: 'buckets' });
    expect(asked.map(({ method, origin, path }) => [method, origin, path])).toEqual([
      ['POST', 'https://eu-west-1.signin.aws.amazon.com', '/federation'],
    ]);
    expect(form().get('SessionDuration')).toBe('3600');
    expect(closed).toHaveBeenCalledOnce();
    expect(opened).toEqual(['http://127.0.0.1:9/once']);
    const { origin, pathname, searchParams } = new URL(led[0] ?? '');
    expect(origin + pathname).toBe('https://eu-west-1.signin.aws.amazon.com/federation');
    expect(searchParams.get('Destination')).toBe(
      'https://console.aws.amazon.com/s3/buckets?region=eu-west-1',
    );
    expect(JSON.stringify(logged)).not.toMatch(/sEcReT|Session|signin\.aws/);
  });

  it('twice at once is once, and other places are their own', async () => {
    const { console, opened } = house();
    await Promise.all([console.open('reports'), console.open('reports', { kind: 'home' })]);
    expect(opened).toHaveLength(1);
    await Promise.all([console.open('reports'), console.open('reports', { kind: 'buckets' })]);
    expect(opened).toHaveLength(3);
  });

  it('can leave the console that is open first', async () => {
    const { console, led } = house();
    await console.open('reports', { kind: 'home' }, { endFirst: true });
    expect(led[0]).toMatch(
      /^https:\/\/eu-west-1\.signin\.aws\.amazon\.com\/oauth\?Action=logout&redirect_uri=https/,
    );
  });

  it('of a second role says no length', async () => {
    const { console, form } = house();
    await console.open('chained');
    expect(form().has('SessionDuration')).toBe(false);
  });

  it('stays in the pass’s partition', async () => {
    const { console, asked, led } = house();
    await console.open('china');
    expect(asked[0]?.origin).toBe('https://cn-north-1.signin.amazonaws.cn');
    expect(led[0]).toContain('console.amazonaws.cn');
  });

  it('goes to the place on this machine that the settings name', async () => {
    const { console, asked } = house({ named: 'http://127.0.0.1:4000/federation' });
    await console.open('reports');
    expect(asked[0]).toMatchObject({ origin: 'http://127.0.0.1:4000', path: '/federation' });
  });

  it('sends nothing to another place, whoever named it', async () => {
    const { console, asked } = house({ named: 'https://signin.evil.example/federation' });
    await expect(console.open('reports')).rejects.toThrow('no place');
    expect(asked).toEqual([]);
  });

  it.each([
    ['over', 'a pass whose session is over'],
    ['nobody', 'a pass that is none'],
  ])('of %s wants a sign-in first: %s', async (id) => {
    const { console, asked } = house();
    await expect(console.open(id)).rejects.toMatchObject({
      code: 'no-session',
      details: { retry: 'afterSignIn' },
    });
    expect(asked).toEqual([]);
  });

  it('says when the system opens no browser', async () => {
    const { console } = house({ opens: () => Promise.reject(new Error('no program')) });
    await expect(console.open('reports')).rejects.toMatchObject({ code: 'console-not-opened' });
  });
});

it.each([
  [true, []],
  [false, ['console-not-opened']],
])('whether the browser came for the page: %s', async (did, codes) => {
  const { console } = house({ came: Promise.resolve(did) });
  await console.open('reports');
  await vi.waitFor(() => expect(console.notices().map(({ failure }) => failure.code)).toEqual(codes));
});

describe('opening from where no answer is seen', () => {
  it('shows the window and says why, until it is dismissed or goes well', async () => {
    const { console, shown } = house({ status: 403 });
    await console.openUnseen('reports');
    expect(shown).toEqual(['reports']);
    const [notice] = console.notices();
    expect(notice?.failure.code).toBe('console-refused');
    console.dismissNotice('another');
    expect(console.notices()).toHaveLength(1);
    console.dismissNotice(notice?.id ?? '');
    expect(console.notices()).toEqual([]);
  });

  it('goes with the next one that opens', async () => {
    let broken = true;
    const opens = () => (broken ? Promise.reject(new AppError('internal')) : Promise.resolve());
    const { console } = house({ opens });
    await console.openUnseen('reports');
    expect(console.notices()).toHaveLength(1);
    broken = false;
    await console.openUnseen('reports');
    expect(console.notices()).toEqual([]);
  });

  it('of a pass without a session shows the pass, which says so itself', async () => {
    const { console, shown } = house();
    await console.openUnseen('over');
    expect(shown).toEqual(['over']);
    expect(console.notices()).toEqual([]);
  });
});

it.each([
  [60, 60],
  [3600, 900],
])(
  'a copied link is on the clipboard as a secret: cleared after %d s by the settings, %d s in truth',
  async (clearSeconds, seconds) => {
    const { console, copied, opened } = house({ clearSeconds });
    expect(await console.copy('reports')).toEqual({ clearsAt: NOW + 1000 });
    expect(copied).toEqual([['reports', 'consoleLink', await console.link('reports'), seconds]]);
    expect(opened).toEqual([]);
  },
);
