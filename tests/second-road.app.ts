/** The second road: a sign-in through Debian's Chromium, driven over a pipe, typed into by xdotool. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Corp, page, posting } from './harness/corp.ts';
import { base64, samlResponse } from './harness/saml.ts';
import { untilKept } from './harness/scene.ts';
import { seeFailure } from './harness/screen.ts';
import { openSecondRoad, type SecondRoad } from './harness/second-road.ts';
import { sessionIsActive } from './harness/steps.ts';

const PASSWORD = 'company-password-of-this-test';
const FORM =
  '<h1>Corp</h1><form method="post" action="/login"><input name="user" autofocus><input name="password" type="password"><button>In</button></form>';

/** Asks for a name and a password once, and remembers whoever gave them. */
function remembering(corp: Corp): void {
  const answer = posting(base64(samlResponse()));
  corp.idp = ({ url, body, cookie }) => {
    if (!url.startsWith('/login')) return { status: 404, body: '' };
    if (cookie.includes('who=ada')) return answer;
    if (body !== `user=ada&password=${PASSWORD}`) return page(FORM);
    return { ...answer, headers: { 'set-cookie': 'who=ada; Max-Age=86400; Path=/' } };
  };
}

async function secondRoad(): Promise<SecondRoad> {
  const road = await openSecondRoad();
  onTestFinished(() => road.dispose());
  remembering(road.corp);
  return road;
}

async function typeIn({ browser }: SecondRoad): Promise<void> {
  await browser.focus('Corp');
  await browser.keys(['type', 'ada'], ['key', 'Tab'], ['type', PASSWORD], ['key', 'Return']);
}

test('a sign-in in Chromium ends in a session, and the browser goes', async () => {
  const road = await secondRoad();
  const { scene, browser, corp, home } = road;
  await road.start();
  await scene.app.untilSnapshot(
    'Chromium',
    ({ signin }) => signin.kind === 'waitingForIdp' && signin.where === 'Chromium',
  );
  await typeIn(road);
  await sessionIsActive(scene.app);
  await untilKept(scene.keyring, 'Daypass', 1);
  await browser.gone();
  expect(scene.app.output()).toContain('answer to AWS seen');
  expect(scene.app.output()).not.toContain(PASSWORD);
  expect((await stat(join(home, 'browser-profiles', 'of-corp'))).mode & 0o777).toBe(0o700);

  const posts = corp.seen.filter((request) => request === 'POST /login').length;
  await road.start();
  await scene.app.untilSnapshot('a second session', ({ signin }) => signin.kind === 'done');
  expect(corp.seen.filter((request) => request === 'POST /login')).toHaveLength(posts);
  await browser.gone();
});

test('a person who closes the browser’s window has closed the sign-in', async () => {
  const road = await secondRoad();
  await road.start();
  await road.browser.focus('Corp');
  expect(await road.browser.pids()).toHaveLength(1);
  await road.browser.closeWindow();
  await seeFailure(await road.scene.app.main(), 'signin-window-closed');
  await road.browser.gone();
});

test('no browser is left when Daypass is killed while it is open', async () => {
  const road = await secondRoad();
  await road.start();
  await road.browser.focus('Corp');
  expect(await road.browser.pids()).toHaveLength(1);
  await road.scene.app.kill9();
  await road.browser.gone();
});
