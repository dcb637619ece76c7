/** A hostile page in the login window, and a hostile sender at the message door: both get nothing. */
import { readdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AWS, type Corp, page as html, openCorp } from './harness/corp.ts';
import { closed } from './harness/pages.ts';
import { openScene, type Scene } from './harness/scene.ts';

let corp: Corp;
let scene: Scene;
let main: Page;

beforeAll(async () => {
  corp = await openCorp();
  scene = await openScene({
    app: async (desk) => ({
      demo: false,
      env: { DAYPASS_HOME: await corp.home(desk), DAYPASS_ALLOW_ANY_RUNTIME: '1' },
    }),
  });
  main = await scene.app.main();
});
afterAll(async () => {
  await scene?.dispose();
  await corp?.close();
});

async function cancel(): Promise<void> {
  const pages = scene.app.electron.windows().filter((page) => page.url().startsWith('http://127.0.0.1'));
  await main.evaluate(() => window.daypass.run('signin.cancel', {}));
  await scene.app.untilSnapshot('no sign-in', ({ signin }) => signin.kind === 'idle');
  // Its page goes a moment after; the next one must not be taken for it.
  await Promise.all(pages.map(closed));
}

/** The company's page as the hostile one would have it, open in the login window. */
async function hostilePage(body: string): Promise<Page> {
  corp.idp = ({ url }) => {
    if (url.startsWith('/download')) {
      return { body: 'evil', headers: { 'content-disposition': 'attachment; filename="../../evil.sh"' } };
    }
    return html(body);
  };
  await main.evaluate(() => window.daypass.run('signin.start', { organisation: 'corp' }));
  const login = await scene.app.login();
  await login.waitForLoadState('load');
  return login;
}

describe('a hostile page in the login window', () => {
  test('finds no road to the app', async () => {
    const login = await hostilePage('<h1>Hello</h1>');
    const found = await login.evaluate(() => {
      const world = globalThis as unknown as Record<string, unknown>;
      return ['require', 'process', 'module', 'ipcRenderer', 'daypass', 'Buffer'].filter(
        (name) => typeof world[name] !== 'undefined',
      );
    });
    expect(found).toEqual([]);
    await cancel();
  });

  test('is denied every permission', async () => {
    const login = await hostilePage('<h1>Hello</h1>');
    const granted = await login.evaluate(async () => {
      const names = [
        'geolocation',
        'camera',
        'microphone',
        'notifications',
        'clipboard-read',
        'midi',
        'idle-detection',
      ];
      const states = await Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            ({ state }) => [name, state],
            () => [name, 'denied'],
          ),
        ),
      );
      const media = await navigator.mediaDevices?.getUserMedia({ audio: true }).then(
        () => 'granted',
        () => 'denied',
      );
      return [...states, ['media', media ?? 'denied']].filter(([, state]) => state === 'granted');
    });
    expect(granted).toEqual([]);
    await cancel();
  });

  test('reaches neither our pages nor files nor other programs', async () => {
    const login = await hostilePage('<h1>Hello</h1>');
    const address = login.url();
    const fetched = await login.evaluate(async () => {
      const addresses = ['app://daypass/index.html', 'file:///etc/passwd'];
      const answers = await Promise.all(
        addresses.map((target) =>
          fetch(target).then(
            () => true,
            () => false,
          ),
        ),
      );
      return answers.some(Boolean);
    });
    expect(fetched).toBe(false);
    for (const target of [
      'app://daypass/index.html',
      'file:///etc/passwd',
      'mailto:a@b.example',
      'ms-settings:x',
    ]) {
      await login.evaluate((to) => {
        window.location.href = to;
      }, target);
    }
    expect(login.url()).toBe(address);
    await cancel();
  });

  test('opens three windows at most, and they go with it', async () => {
    const login = await hostilePage('<h1>Hello</h1>');
    // Ours are not counted: the frame around the page may come after it.
    const foreign = () =>
      scene.app.electron.windows().filter((page) => !page.url().startsWith('app://')).length;
    await login.evaluate(() => {
      for (let i = 0; i < 10; i++) window.open('/popup', `w${i}`);
    });
    await expect.poll(foreign).toBe(1 + 3);
    await cancel();
    await expect.poll(() => scene.app.electron.windows().length).toBe(1);
  });

  test('can’t hold its window open', async () => {
    const login = await hostilePage('<h1>Hello</h1><script>onbeforeunload = () => "stay"</script>');
    await login.locator('h1').click();
    const gone = closed(login);
    await cancel();
    await gone;
  });

  test('saves nothing', async () => {
    const login = await hostilePage('<a href="/download">x</a>');
    await login.locator('a').click({ noWaitAfter: true });
    await expect.poll(() => corp.seen.includes('GET /download')).toBe(true);
    const files = await readdir(scene.desk.folder, { recursive: true });
    expect(files.filter((file) => file.includes('evil'))).toEqual([]);
    await cancel();
  });

  test.each([
    ['fetch', `fetch('${AWS}', { method: 'POST', mode: 'no-cors', body: 'SAMLResponse=eA==' })`],
    ['a beacon', `navigator.sendBeacon('${AWS}', 'SAMLResponse=eA==')`],
    [
      'a frame',
      `frames[0].document.write('<form method=post action=${AWS}><input name=SAMLResponse value=eA==></form>'); frames[0].document.forms[0].submit()`,
    ],
    ['a link', `location.href = '${AWS}?SAMLResponse=eA=='`],
  ])('plants no answer by %s', async (_how, script) => {
    const login = await hostilePage('<h1>Hello</h1><iframe></iframe>');
    await login.evaluate(script).catch(() => undefined);
    await expect.poll(() => scene.app.output()).toContain('answer to AWS seen');
    const { signin } = await scene.app.control.snapshot();
    expect(signin.kind).toBe('waitingForIdp');
    await cancel();
  });
});

describe('a hostile sender at the message door', () => {
  test.each([
    ['an unknown command', 'vault.read', {}],
    ['a name of the prototype', '__proto__', {}],
    ['a field too many', 'signin.cancel', { also: true }],
    ['a wrong type', 'session.signOut', { pass: 7 }],
    ['ten megabytes', 'text.copy', { text: 'x'.repeat(10_000_000) }],
    ['nothing', 'pass.copy', null],
  ])('is refused %s', async (_what, name, input) => {
    const reply = await main.evaluate(
      (message) =>
        window.daypass.run(message.name as 'signin.cancel', message.input as Record<string, never>),
      { name, input },
    );
    expect(reply).toEqual({ ok: false, failure: { code: 'refused-message', retry: 'never' } });
  });

  test('is not heard from the company’s page, which has no way to speak at all', async () => {
    const login = await hostilePage('<h1>Hello</h1>');
    expect(await login.evaluate(() => 'daypass' in window)).toBe(false);
    await cancel();
  });
});
