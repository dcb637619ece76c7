/** The tray icon over D-Bus: the click, the four states, the menu, and a second start. */
import { expect, test } from 'vitest';
import { readSelection } from './harness/clipboard.ts';
import { closed } from './harness/pages.ts';
import { DEVELOPMENT_SERVICE, untilKept } from './harness/scene.ts';
import { seePhase } from './harness/screen.ts';
import { builtApp } from './harness/stage.ts';
import { clickTrayToSignIn, takeSession } from './harness/steps.ts';
import { sceneOfTest, WITHOUT_RENEWAL } from './harness/test-scene.ts';

test('one click with no session opens the sign-in, and a second click brings no second one', async () => {
  const { app, tray } = await sceneOfTest();
  const login = await clickTrayToSignIn(app, tray);
  expect(await login.title()).toContain('Larkfield');
  const frame = await app.signinFrame();
  await frame.getByText(new URL(login.url()).host).first().waitFor({ state: 'visible' });
  await tray.activate();
  const open = app.electron.windows().filter((page) => page.url().startsWith('http://127.0.0.1'));
  expect(open).toHaveLength(1);
});

test('the icon has four pictures: signed out, active, ending soon, ended', async () => {
  const { app, tray } = await sceneOfTest(WITHOUT_RENEWAL);
  const signedOut = await tray.until('signed out', ({ tooltip }) => /signed out/.test(tooltip));
  const page = await takeSession(app, tray, 'kim');
  const active = await tray.until('active', ({ tooltip }) => /ends in/.test(tooltip));
  await app.control.moveClock(100_000);
  await seePhase(page, 'endingSoon');
  const soon = await tray.until('ending soon', ({ icon }) => icon !== active.icon);
  await app.control.moveClock(60_000);
  const ended = await tray.until('ended', ({ tooltip }) => /ended/.test(tooltip));
  const icons = [signedOut, active, soon, ended].map(({ icon }) => icon);
  expect(new Set(icons).size).toBe(4);
});

test('the menu begins with the sign-in, has a line for each pass, and every line does what it says', async () => {
  const { app, tray, desk, keyring } = await sceneOfTest();
  await tray.until('the demo organisation', (_state, menu) => /^Sign in to /.test(menu[0]?.label ?? ''));
  const page = await takeSession(app, tray, 'alex');
  const labels = (await tray.menu()).map(({ label }) => label).filter((label) => label !== '');
  expect(labels[0]).toMatch(/^Sign in to /);
  expect(labels.some((label) => /^S3AccessRole.*, \d+ h \d\d m$/.test(label))).toBe(true);

  await tray.choose('Copy credentials');
  await app.untilSnapshot('a copy', ({ clipboard }) => clipboard !== null);
  expect(await readSelection(desk)).toMatch(/^ export AWS_SESSION_TOKEN=/m);

  await page.close();
  await tray.choose('Browse S3');
  await seePhase(await app.main(), 'active');

  await tray.choose('Sign out');
  await tray.until('signed out', ({ tooltip }) => /signed out/.test(tooltip));
  await untilKept(keyring, DEVELOPMENT_SERVICE, 0);

  await tray.choose(/^Sign in to /);
  await app.login();

  const gone = new Promise((resolve) => app.electron.process().once('exit', resolve));
  await tray.choose('Quit');
  await gone;
});

test('a second start brings the first one forward and ends', async () => {
  const { app, desk } = await sceneOfTest();
  const first = await app.main();
  const gone = closed(first);
  await first.close();
  await gone;
  const { runtime, app: folder } = builtApp();
  const second = await desk.run(runtime, [...(folder === null ? [] : [folder]), '--demo'], {
    env: { DAYPASS_HOME: app.home },
  });
  expect(second.code).toBe(0);
  const page = await app.main();
  expect(page.isClosed()).toBe(false);
  const isVisible = () =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some((window) => window.isVisible()),
    );
  // A window is shown once its first picture is ready.
  await expect.poll(isVisible).toBe(true);
});
