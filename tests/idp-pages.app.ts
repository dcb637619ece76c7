/**
 * Sign-in pages as companies have them: however the answer is posted it is caught, and the page that posted it
 * is known by its origin, also when another one is shown. What is refused is refused without a question.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, AWS, type Corp, page as html, openCorp, posting } from './harness/corp.ts';
import { pageAt } from './harness/pages.ts';
import { base64, samlResponse } from './harness/saml.ts';
import { openScene, type Scene } from './harness/scene.ts';

let corp: Corp;
/** Another host of the sign-in; it is not pinned, so an answer that it posts is asked about with its name. */
let other: Corp;
let scene: Scene;
let main: Page;

beforeAll(async () => {
  corp = await openCorp();
  other = await openCorp();
  scene = await openScene({
    app: async (desk) => ({
      demo: false,
      env: {
        DAYPASS_HOME: await corp.home(desk, { allowedSchemes: ['corp-verify'] }),
        DAYPASS_ALLOW_ANY_RUNTIME: '1',
      },
    }),
  });
  main = await scene.app.main();
  corp.idp = () => posting(base64(samlResponse()));
  await begin();
  await ended('done');
});
afterAll(async () => {
  await scene?.dispose();
  await corp?.close();
  await other?.close();
});
afterEach(async () => {
  await main.evaluate(() => window.daypass.run('signin.cancel', {}));
  await main.evaluate(() => window.daypass.run('signin.dismiss', {}));
  await scene.app.untilSnapshot('no sign-in', ({ signin }) => signin.kind === 'idle');
  // Every window of the sign-in is gone with it.
  await expect.poll(() => scene.app.electron.windows().length).toBe(1);
});

async function begin(): Promise<void> {
  await main.evaluate(() => window.daypass.run('signin.start', { organisation: 'corp' }));
}
const ended = (kind: string) => scene.app.untilSnapshot(kind, ({ signin }) => signin.kind === kind);

/** The origin that is asked about; undefined when the sign-in went through without a question. */
async function askedOrigin(): Promise<string | null | undefined> {
  const { signin } = await scene.app.untilSnapshot('an answer', ({ signin: { kind } }) =>
    ['done', 'confirming', 'failed'].includes(kind),
  );
  if (signin.kind === 'failed') throw new Error(`the sign-in failed: ${signin.failure.code}`);
  return signin.kind === 'confirming' ? signin.doubt.origin?.now : undefined;
}

/** A form with an answer for AWS; sent by itself, or by a button. */
function form(how: { action?: string; target?: string; by?: 'itself' | 'button' } = {}): string {
  const { action = AWS, target = '', by = 'itself' } = how;
  const send = by === 'itself' ? '<script>document.forms[0].submit()</script>' : '';
  return `<form method="post" action="${action}" target="${target}">
    <input type="hidden" name="SAMLResponse" value="${base64(samlResponse())}"><button>Go on</button></form>${send}`;
}
const goTo = (url: string): Answer => ({ status: 302, headers: { location: url }, body: '' });

interface Shape {
  what: string;
  corp: (url: string) => Answer;
  other?: (url: string) => Answer;
  /** What a person does. */
  press?: (login: Page) => Promise<void>;
  /** Who posts: the other host is asked about, the company's own is not. */
  by: 'corp' | 'other' | 'nobody';
}

const shapes: Shape[] = [
  {
    what: 'a page that posts by itself',
    corp: () => goTo(`${other.origin}/`),
    other: () => html(form()),
    by: 'other',
  },
  {
    what: 'a frame that posts for the whole page',
    corp: () => html(`<h1>Corp</h1><iframe src="${other.origin}/frame"></iframe>`),
    other: () => html(form({ target: '_top', by: 'button' })),
    press: (login) => login.frameLocator('iframe').getByRole('button').click({ noWaitAfter: true }),
    by: 'other',
  },
  {
    what: 'a frame that speaks for nobody',
    corp: () =>
      html(
        `<h1>Corp</h1><iframe sandbox="allow-forms allow-scripts allow-top-navigation" srcdoc='${form({ target: '_top', by: 'button' })}'></iframe>`,
      ),
    press: (login) => login.frameLocator('iframe').getByRole('button').click({ noWaitAfter: true }),
    by: 'nobody',
  },
  {
    what: 'a window that the page opened',
    corp: () => html(`<h1>Corp</h1><script>window.open('${other.origin}/popup')</script>`),
    other: () => html(form()),
    by: 'other',
  },
  {
    what: 'an empty window that the page wrote into',
    corp: () => goTo(`${other.origin}/`),
    other: () =>
      html(
        `<h1>Other</h1><script>const w = window.open(''); w.document.write(\`${form({ by: 'button' })}\`); w.document.forms[0].submit()</script>`,
      ),
    by: 'other',
  },
  {
    what: 'a redirect that posts again',
    corp: (url) =>
      url.startsWith('/relay')
        ? { status: 307, headers: { location: AWS }, body: '' }
        : goTo(`${other.origin}/`),
    other: () => html(form({ action: `${corp.origin}/relay` })),
    by: 'other',
  },
  {
    what: 'a form for a window with a name',
    corp: () => goTo(`${other.origin}/`),
    other: () => html(`<h1>Other</h1>${form({ target: 'answer' })}`),
    by: 'other',
  },
  {
    what: 'a form for a new window',
    corp: () => goTo(`${other.origin}/`),
    other: () => html(`<h1>Other</h1>${form({ target: '_blank' })}`),
    by: 'other',
  },
  {
    what: 'a frame that posts to a new window',
    corp: () => html(`<h1>Corp</h1><iframe src="${other.origin}/frame"></iframe>`),
    other: () => html(form({ target: '_blank', by: 'button' })),
    press: (login) => login.frameLocator('iframe').getByRole('button').click({ noWaitAfter: true }),
    by: 'other',
  },
  {
    what: 'a page that sends on by itself',
    corp: () => html(`<meta http-equiv="refresh" content="0; url=${other.origin}/">`),
    other: () => html(form()),
    by: 'other',
  },
  {
    what: 'another host in between',
    corp: (url) => (url.startsWith('/back') ? html(form()) : goTo(`${other.origin}/mfa`)),
    other: () => html(`<h1>Code</h1><a href="${corp.origin}/back">Go on</a>`),
    press: (login) => login.getByRole('link').click({ noWaitAfter: true }),
    by: 'corp',
  },
  {
    what: 'a page that thinks for a while',
    corp: () =>
      html(
        `<h1>One moment</h1>${form({ by: 'button' })}<script>setTimeout(() => document.forms[0].submit(), 700)</script>`,
      ),
    by: 'corp',
  },
];

describe('an answer is caught, and who posted it is known, from', () => {
  test.each(shapes)('$what', async (shape) => {
    corp.idp = ({ url }) => shape.corp(url);
    other.idp = ({ url }) => shape.other?.(url) ?? html('<h1>Nothing here</h1>');
    await begin();
    if (shape.press) {
      const login = await scene.app.login();
      await login.waitForLoadState('load');
      // The page is gone as soon as its answer is caught, perhaps before the press is over.
      await shape.press(login).catch(() => undefined);
    }
    const expected = { corp: undefined, other: other.origin, nobody: null }[shape.by];
    expect(await askedOrigin()).toBe(expected);
  });
});

describe('a window that a sign-in page opens', () => {
  test('says its host in a title of ours, whatever the page would have it say', async () => {
    corp.idp = ({ url }) =>
      url.startsWith('/popup')
        ? html('<title>Your bank</title>')
        : html(`<h1>Corp</h1><script>window.open('/popup', 'w', 'frame=false,title=Bank')</script>`);
    await begin();
    const popup = await pageAt(scene.app.electron, /\/popup$/);
    await popup.waitForLoadState('load');
    // The page may change its mind later, too.
    await popup.evaluate(() => {
      document.title = 'Your bank, again';
    });
    const titles = () =>
      scene.app.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((w) => w.getTitle()),
      );
    await expect.poll(titles).toContain(`${new URL(corp.origin).host}: sign-in to Corp`);
    expect((await titles()).join()).not.toContain('ank');
  });
});

describe('another program', () => {
  /** Programs that were opened, in a stand-in for the system's own opener. */
  async function spyOnPrograms(): Promise<() => Promise<string[]>> {
    await scene.app.electron.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = async (url: string) => void opened.push(url);
    });
    return () => scene.app.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  }
  const jump = (url: string) => html(`<h1>Corp</h1><a href="${url}">Open</a><iframe></iframe>`);
  async function opened(url: string): Promise<Page> {
    corp.idp = () => jump(url);
    await begin();
    const login = await scene.app.login();
    await login.waitForLoadState('load');
    return login;
  }

  /** Not Playwright's own click: it would wait for the navigation that was stopped. */
  const press = (login: Page) => login.evaluate(() => document.querySelector('a')?.click());

  test('that the organisation lists is asked about once, by name, and opened only after a yes', async () => {
    const programs = await spyOnPrograms();
    const login = await opened('corp-verify://check?id=1');
    await press(login);
    const { programQuestion } = await scene.app.untilSnapshot(
      'a question',
      (s) => s.programQuestion !== null,
    );
    const host = new URL(corp.origin).host;
    expect(programQuestion).toEqual({ organisation: 'corp', program: 'corp-verify', host });
    expect(await programs()).toEqual([]);
    const frame = await scene.app.signinFrame();
    await frame.getByText('wants to open').waitFor({ state: 'visible' });
    await frame.getByRole('button', { name: 'Open it' }).click();
    await expect.poll(programs).toEqual(['corp-verify://check?id=1']);
  });

  test('that was refused is asked about no more in this sign-in', async () => {
    const programs = await spyOnPrograms();
    const login = await opened('corp-verify://check?id=2');
    await press(login);
    const frame = await scene.app.signinFrame();
    await frame.getByRole('button', { name: 'Don’t open' }).click();
    await scene.app.untilSnapshot('no question', (s) => s.programQuestion === null);
    await press(login);
    await login.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    expect((await scene.app.control.snapshot()).programQuestion).toBeNull();
    expect(await programs()).toEqual([]);
  });

  test.each([
    'other-program://x',
    'mailto:a@b.example',
    'ms-settings:x',
    'smb://host/share',
    'file:///etc/passwd',
  ])('that is not listed is refused without a question: %s', async (url) => {
    const programs = await spyOnPrograms();
    const login = await opened(url);
    const address = login.url();
    await login.getByRole('link').click({ noWaitAfter: true });
    await login.evaluate((to) => {
      window.open(to);
      for (const frame of document.querySelectorAll('iframe')) frame.src = to;
    }, url);
    await login.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    expect((await scene.app.control.snapshot()).programQuestion).toBeNull();
    expect(await programs()).toEqual([]);
    expect(login.url()).toBe(address);
  });
});
