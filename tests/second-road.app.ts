/** The second road: a sign-in through Debian's Chromium, driven over a pipe, typed into by xdotool. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { OFFLINE } from './harness/app.ts';
import { type Corp, openCorp, page, posting } from './harness/corp.ts';
import { base64, samlResponse } from './harness/saml.ts';
import { openScene, type Scene, untilKept } from './harness/scene.ts';
import { seeFailure } from './harness/screen.ts';
import { sessionIsActive } from './harness/steps.ts';
import { type SystemBrowser, systemBrowserOn } from './harness/system-browser.ts';

const FORM =
  '<h1>Corp</h1><form method="post" action="/login"><input name="user" autofocus><input name="password" type="password"><button>In</button></form>';

/** Asks for a name and a password once, and remembers whoever gave them. */
function remembering(corp: Corp): void {
  const answer = posting(base64(samlResponse()));
  corp.idp = ({ url, body, cookie }) => {
    if (!url.startsWith('/login')) return { status: 404, body: '' };
    if (cookie.includes('who=ada')) return answer;
    if (body !== 'user=ada&password=daypass') return page(FORM);
    return { ...answer, headers: { 'set-cookie': 'who=ada; Max-Age=86400; Path=/' } };
  };
}

interface Road {
  corp: Corp;
  scene: Scene;
  browser: SystemBrowser;
  home: string;
}

async function secondRoad(): Promise<Road> {
  const corp = await openCorp();
  onTestFinished(() => corp.close());
  remembering(corp);
  let home = '';
  const scene = await openScene({
    app: async (desk) => {
      home = await corp.home(desk, { browser: 'system' });
      return {
        demo: false,
        env: { DAYPASS_HOME: home, DAYPASS_ALLOW_ANY_RUNTIME: '1', DAYPASS_BROWSER_SWITCHES: OFFLINE },
      };
    },
  });
  onTestFinished(() => scene.dispose());
  return { corp, scene, home, browser: systemBrowserOn(scene.desk, home) };
}

async function start({ scene }: Road): Promise<void> {
  const main = await scene.app.main();
  await main.evaluate(() => window.daypass.run('signin.start', { organisation: 'corp' }));
}

async function typeIn({ browser }: Road): Promise<void> {
  await browser.focus('Corp');
  await browser.keys(['type', 'ada'], ['key', 'Tab'], ['type', 'daypass'], ['key', 'Return']);
}

test('a sign-in in Chromium ends in a session, and the browser goes', async () => {
  const road = await secondRoad();
  const { scene, browser, corp, home } = road;
  await start(road);
  await scene.app.untilSnapshot(
    'Chromium',
    ({ signin }) => signin.kind === 'waitingForIdp' && signin.where === 'Chromium',
  );
  await typeIn(road);
  await sessionIsActive(scene.app);
  await untilKept(scene.keyring, 'Daypass', 1);
  await browser.gone();
  expect((await stat(join(home, 'browser-profiles', 'of-corp'))).mode & 0o777).toBe(0o700);

  const posts = corp.seen.filter((request) => request === 'POST /login').length;
  await start(road);
  await scene.app.untilSnapshot('a second session', ({ signin }) => signin.kind === 'done');
  expect(corp.seen.filter((request) => request === 'POST /login')).toHaveLength(posts);
  await browser.gone();
});

test('a person who closes the browser’s window has closed the sign-in', async () => {
  const road = await secondRoad();
  await start(road);
  await road.browser.focus('Corp');
  expect(await road.browser.pids()).toHaveLength(1);
  await road.browser.closeWindow();
  await seeFailure(await road.scene.app.main(), 'signin-window-closed');
  await road.browser.gone();
});

test('no browser is left when Daypass is killed while it is open', async () => {
  const road = await secondRoad();
  await start(road);
  await road.browser.focus('Corp');
  expect(await road.browser.pids()).toHaveLength(1);
  await road.scene.app.kill9();
  await road.browser.gone();
});
