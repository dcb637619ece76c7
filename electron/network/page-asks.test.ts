import { EventEmitter } from 'node:events';
import type { App, Certificate, WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Organisation } from '../settings/schema.ts';
import { answerPages } from './page-asks.ts';
import { createPrompts, type Prompts } from './prompts.ts';

const corp: Organisation = {
  id: 'corp',
  name: 'Corp',
  signInUrl: 'https://idp.corp.example/',
  region: 'eu-west-1',
  mtlsHosts: ['MTLS.corp.example'],
};
const page = { of: 'corp' } as unknown as WebContents;
const ourPage = { of: 'nobody' } as unknown as WebContents;
const proxy = { isProxy: true, scheme: 'basic', host: 'proxy', port: 3128, realm: 'Corp' };
const site = { ...proxy, isProxy: false, host: 'idp.corp.example', port: 443 };

let app: EventEmitter;
let prompts: Prompts;
beforeEach(() => {
  app = new EventEmitter();
  prompts = createPrompts({ changed: () => {}, needsPerson: () => {} });
  const organisationOf = (asking: WebContents) => (asking === page ? corp : null);
  answerPages({ app: app as unknown as App, prompts, organisationOf, mayAsk: () => true });
});

/** Answers what the page was given once it was. */
function login(url: string, auth: typeof proxy, asking: WebContents | null = page) {
  const preventDefault = vi.fn();
  const given = new Promise<string[]>((done) => {
    app.emit('login', { preventDefault }, asking, { url }, auth, (...words: string[]) => done(words));
  });
  return { taken: preventDefault.mock.calls.length > 0, given };
}
const answer = (user: string, password: string) => {
  const [view] = prompts.views();
  if (!view) throw new Error('nothing is asked');
  prompts.answer(view.id, { user, password });
};

describe('a page that is asked for a password', () => {
  it('gives the proxy what the person typed, and asks again when it was not taken', async () => {
    const first = login('http://127.0.0.1/', proxy);
    answer('ada', 'wrong');
    expect(await first.given).toEqual(['ada', 'wrong']);
    const second = login('http://127.0.0.1/', proxy);
    expect(prompts.views()).toEqual([expect.objectContaining({ triesLeft: 2, organisation: 'corp' })]);
    answer('ada', 'right');
    expect(await second.given).toEqual(['ada', 'right']);
    expect(await login('http://127.0.0.1/picture', proxy).given).toEqual(['ada', 'right']);
  });

  it('that was refused is not asked about for the page’s pictures', async () => {
    const first = login('https://idp.corp.example/', site);
    prompts.refuse(prompts.views()[0]?.id ?? '');
    expect(await first.given).toEqual([]);
    expect(await login('https://idp.corp.example/picture', site).given).toEqual([]);
    expect(prompts.views()).toEqual([]);
  });

  it.each([
    ['a site over https', 'https://idp.corp.example/', site, page, true],
    ['a site on this machine', 'http://127.0.0.1:80/', site, page, true],
    ['a site over plain http', 'http://idp.corp.example/', site, page, false],
    ['a proxy over plain http', 'http://idp.corp.example/', proxy, page, true],
    ['a page of ours', 'https://idp.corp.example/', site, ourPage, false],
    ['no page', 'https://idp.corp.example/', proxy, null, false],
  ])('by %s', (_who, url, auth, asking, taken) => {
    expect(login(url, auth, asking).taken).toBe(taken);
    expect(prompts.views()).toHaveLength(taken ? 1 : 0);
  });
});

describe('a page that is asked for a client certificate', () => {
  const certificate = (fingerprint: string) =>
    ({ fingerprint, subjectName: 'Ada', issuerName: 'Corp', validExpiry: 2 }) as Certificate;
  const list = [certificate('sha256/a'), certificate('sha256/b')];
  const select = (asking: string, who: WebContents | null = page) => {
    const preventDefault = vi.fn();
    const given = new Promise<unknown[]>((done) => {
      app.emit('select-client-certificate', { preventDefault }, who, asking, list, (...words: unknown[]) =>
        done(words),
      );
    });
    expect(preventDefault).toHaveBeenCalledTimes(1);
    return given;
  };

  it.each([
    'idp.corp.example:443',
    'evil-mtls.corp.example:443',
    'https://corp.example/',
    '',
    'mtls.corp.example.evil:1',
  ])('gives none to %j, unasked', async (host) => {
    expect(await select(host)).toEqual([]);
  });

  it('gives none where no page asks', async () => {
    expect(await select('mtls.corp.example:443', null)).toEqual([]);
    expect(await select('mtls.corp.example:443', ourPage)).toEqual([]);
  });

  it.each(['mtls.corp.example:443', 'https://mtls.corp.example:8443/path'])(
    'gives a listed host (%s) what the person chose, from then on',
    async (host) => {
      const given = select(host);
      expect(prompts.views()).toEqual([
        expect.objectContaining({
          kind: 'clientCertificate',
          host: 'mtls.corp.example',
          certificates: [
            { id: 'sha256/a', subject: 'Ada', issuer: 'Corp', validUntil: 2000 },
            { id: 'sha256/b', subject: 'Ada', issuer: 'Corp', validUntil: 2000 },
          ],
        }),
      ]);
      prompts.answer(prompts.views()[0]?.id ?? '', { certificate: 'sha256/b' });
      expect(await given).toEqual([list[1]]);
      expect(await select(host)).toEqual([list[1]]);
    },
  );

  it('gives none when the person shows none, or names one that is not there', async () => {
    const given = select('mtls.corp.example:443');
    prompts.answer(prompts.views()[0]?.id ?? '', { certificate: 'sha256/other' });
    expect(await given).toEqual([]);
  });
});
