/**
 * A tool asks and no session lives: the sign-in that follows, without a window while the company remembers, with one
 * when it does not, once for all who ask; and every way in which it brings nothing.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { RunningApp } from './harness/app.ts';
import { writeHome } from './harness/corp.ts';
import {
  appsOn,
  commandOf,
  connectionsTo,
  credentialsIn,
  daypass,
  demoS3,
  endAppOn,
  pidOn,
  socketOf,
  variablesIn,
  writeAwsConfig,
} from './harness/daypass-command.ts';
import type { Desk } from './harness/desk.ts';
import { type Notifications, serveNotifications } from './harness/notifications.ts';
import { request, say } from './harness/raw-http.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { watchWindows } from './harness/shown.ts';
import { takeSession, typeIn } from './harness/steps.ts';

type OnDemand = 'ask' | 'silent' | 'never';
const KIMS_SESSION_MS = 130_000;
const TEMPORARY_FAILURE = 75;
const UNAVAILABLE = 69;
/** What a tool may write into its log. */
const oneLine = (words: RegExp | string) =>
  expect.stringMatching(new RegExp(`^daypass: ${typeof words === 'string' ? words : words.source}\\n$`));

/** Nothing is renewed by itself: the sessions are to end. */
async function scene(onDemandSignIn: OnDemand = 'ask', onDesk = async (_desk: Desk) => {}): Promise<Scene> {
  const settings = { version: 1, preferences: { renew: 'off', onDemandSignIn } };
  const opened = await openScene({
    app: async (desk) => {
      await onDesk(desk);
      return { env: { DAYPASS_HOME: await writeHome(desk, settings) } };
    },
  });
  onTestFinished(() => opened.dispose());
  return opened;
}

/** Kim's session was there and is over; the company's cookie stays for its working day. */
async function endedScene(onDemandSignIn?: OnDemand): Promise<Scene & { s3: string }> {
  const opened = await scene(onDemandSignIn);
  await takeSession(opened.app, opened.tray, 'kim');
  const s3 = await demoS3(opened);
  await sessionEnds(opened.app);
  return Object.assign(opened, { s3 });
}

async function sessionEnds(app: RunningApp): Promise<void> {
  await app.control.moveClock(KIMS_SESSION_MS);
  await app.untilSnapshot('the end', ({ passes }) => passes.every(({ session }) => session.kind === 'ended'));
}

const companyForgets = (app: RunningApp) =>
  app.electron.evaluate(({ session }) => session.fromPartition('persist:idp-demo').clearStorageData());

const untilPage = (app: RunningApp) =>
  app.untilSnapshot('a sign-in page', ({ signin }) => signin.kind === 'waitingForIdp');

async function signInsOf(app: RunningApp): Promise<number> {
  const { activity } = await app.control.snapshot();
  return activity.newest.filter(({ kind }) => kind === 'signinBegan').length;
}

const together = (count: number, run: () => ReturnType<typeof daypass>) =>
  Promise.all(Array.from({ length: count }, run));

test('`aws s3 ls` of a profile signs in without a window while the company remembers', async () => {
  const opened = await endedScene();
  const { app, desk, s3 } = opened;
  await writeAwsConfig(desk, await larkProfile(app));
  const shown = await watchWindows(app);
  const before = await signInsOf(app);

  const listed = await desk.run('/usr/bin/aws', ['--endpoint-url', s3, 's3', 'ls', '--profile', 'lark']);
  expect(listed).toMatchObject({ code: 0, stderr: '' });
  expect(listed.stdout).toContain('lark-reports-prod');
  expect(await shown()).toEqual([]);
  expect(await signInsOf(app)).toBe(before + 1);
});

test('`aws s3 ls` waits for the person when the company has forgotten them', async () => {
  const opened = await endedScene();
  const { app, desk, s3 } = opened;
  await writeAwsConfig(desk, await larkProfile(app));
  await companyForgets(app);

  const listing = desk.run('/usr/bin/aws', ['--endpoint-url', s3, 's3', 'ls', '--profile', 'lark']);
  await untilPage(app);
  const login = await app.login();
  await app.signinIsShown();
  await typeIn(login, 'kim');
  const listed = await listing;
  expect(listed).toMatchObject({ code: 0, stderr: '' });
  expect(listed.stdout).toContain('lark-reports-prod');
});

test('fifty at once are one sign-in and fifty equal answers', async () => {
  const opened = await endedScene();
  const { app } = opened;
  await companyForgets(app);
  const before = await signInsOf(app);
  const asking = together(50, () => daypass(opened, ['credentials', 'S3AccessRole']));
  await untilPage(app);
  const socket = await socketOf(opened);
  await expect.poll(() => connectionsTo(socket)).toBe(50);
  const login = await app.login();
  await app.signinIsShown();
  await typeIn(login, 'kim');
  const answers = await asking;

  expect(answers.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
    Array(50).fill({ code: 0, stderr: '' }),
  );
  expect(new Set(answers.map(({ stdout }) => stdout))).toHaveLength(1);
  expect(credentialsIn(answers[0] as (typeof answers)[0]).AccessKeyId).toMatch(/^ASIA/);
  expect(await signInsOf(app)).toBe(before + 1);
  const { handouts } = await app.control.snapshot();
  expect(handouts.reduce((sum, { times }) => sum + times, 0)).toBeGreaterThanOrEqual(50);
});

test('a window that is closed is one clear line for all who wait, and not opened again at once', async () => {
  const opened = await endedScene();
  const { app } = opened;
  await companyForgets(app);
  const before = await signInsOf(app);
  const asking = together(5, () => daypass(opened, ['credentials', 'S3AccessRole']));
  await untilPage(app);
  await app.login();
  await app.signinIsShown();
  await app.electron.evaluate(({ BrowserWindow }) => {
    const frame = BrowserWindow.getAllWindows().find((window) => window.getTitle().startsWith('Sign-in to '));
    frame?.close();
  });
  const refused = {
    code: 1,
    stdout: '',
    stderr: oneLine(/the sign-in to .+ was closed; run again to sign in/),
  };
  for (const answer of await asking) expect(answer).toMatchObject(refused);

  expect(await daypass(opened, ['credentials', 'S3AccessRole'])).toMatchObject(refused);
  expect(await signInsOf(app)).toBe(before + 1);
  // After a rest it is: the person has run it again.
  await app.control.moveClock(10_001);
  const again = daypass(opened, ['credentials', 'S3AccessRole']);
  await untilPage(app);
  const login = await app.login();
  await app.signinIsShown();
  await typeIn(login, 'kim');
  expect(credentialsIn(await again).AccessKeyId).toMatch(/^ASIA/);
});

test('a wait that is over says so while the sign-in goes on, and the next call is answered', async () => {
  const opened = await endedScene();
  const { app } = opened;
  await companyForgets(app);
  const asked = daypass(opened, ['credentials', 'S3AccessRole']);
  await untilPage(app);
  const login = await app.login();
  await app.signinIsShown();
  await app.control.moveClock(50_000);
  expect(await asked).toMatchObject({
    code: TEMPORARY_FAILURE,
    stdout: '',
    stderr: oneLine(/sign-in to .+ still open, run again when you have signed in/),
  });

  const next = daypass(opened, ['credentials', 'S3AccessRole', '--wait', '600']);
  await typeIn(login, 'kim');
  expect(credentialsIn(await next).AccessKeyId).toMatch(/^ASIA/);
});

test('the endpoint answers at once that the session is over, and begins the sign-in for the next question', async () => {
  const opened = await scene();
  const { app, tray } = opened;
  await takeSession(app, tray, 'kim');
  const lines = variablesIn(
    (await daypass(opened, ['env', 'S3AccessRole', '--endpoint', '--shell', 'bash'])).stdout,
  );
  const { port, host, pathname } = new URL(String(lines.AWS_CONTAINER_CREDENTIALS_FULL_URI));
  const headers = [`Host: ${host}`, `Authorization: ${lines.AWS_CONTAINER_AUTHORIZATION_TOKEN}`];
  const ask = () => say({ port: Number(port), host: '127.0.0.1' }, request(`GET ${pathname}`, headers));
  const before = await ask();
  expect(before.status).toBe(200);
  await sessionEnds(app);

  const refused = await ask();
  expect(refused.status).toBe(503);
  expect(JSON.parse(refused.body)).toMatchObject({ code: 'SessionEnded' });
  await app.untilSnapshot('a session', ({ passes }) => passes[0]?.session.kind === 'active');
  const after = await ask();
  expect(after.status).toBe(200);
  expect(after.body).not.toBe(before.body);
});

test('with sign-in on demand off it ends at once and opens nothing', async () => {
  const opened = await endedScene('never');
  const { app } = opened;
  const before = await signInsOf(app);
  expect(await daypass(opened, ['credentials', 'S3AccessRole'])).toMatchObject({
    code: 1,
    stdout: '',
    stderr: oneLine(/no session for S3AccessRole; sign in to .+ in Daypass \(sign-in on demand is off\)/),
  });
  expect(await signInsOf(app)).toBe(before);
});

/** A desk that shows notifications. */
async function notifiedScene(onDemandSignIn?: OnDemand): Promise<Scene & { notifications: Notifications }> {
  let notifications: Notifications | undefined;
  const opened = await scene(onDemandSignIn, async ({ bus }) => {
    notifications = await serveNotifications(bus);
  });
  if (!notifications) throw new Error('the desk was not prepared');
  return Object.assign(opened, { notifications });
}

test('with windows off, a page that wants the person is one notification, whose click leads to the answer', async () => {
  const opened = await notifiedScene('silent');
  const { app, tray, notifications } = opened;
  await takeSession(app, tray, 'kim');
  await sessionEnds(app);
  await companyForgets(app);
  const shown = await watchWindows(app);
  const asking = together(5, () => daypass(opened, ['credentials', 'S3AccessRole']));
  const form = await app.login();
  await form.locator('#user').waitFor();
  // As long as a page may stay that nobody sees; the tools wait longer.
  await app.control.moveClock(10_000);
  await notifications.until('shown', 1);
  expect(await shown()).toEqual([]);
  const [note] = notifications.shown();
  expect(note?.summary).toMatch(/^\S+ asks for S3AccessRole$/);

  notifications.click(Number(note?.id));
  await untilPage(app);
  const login = await app.login();
  await app.signinIsShown();
  await typeIn(login, 'kim');
  for (const answer of await asking) expect(credentialsIn(answer).AccessKeyId).toMatch(/^ASIA/);
  expect(notifications.shown()).toHaveLength(1);
});

test('who signed out by hand is asked first, although the company remembers', async () => {
  const opened = await notifiedScene();
  const { app, tray, notifications } = opened;
  const main = await takeSession(app, tray, 'alex');
  const [pass] = (await app.control.snapshot()).passes;
  await main.evaluate((id) => window.daypass.run('session.signOut', { pass: id }), String(pass?.id));
  const before = await signInsOf(app);
  const asked = daypass(opened, ['credentials', 'S3AccessRole']);
  await notifications.until('shown', 1);
  expect(await signInsOf(app)).toBe(before);
  notifications.click(Number(notifications.shown()[0]?.id));
  expect(credentialsIn(await asked).AccessKeyId).toMatch(/^ASIA/);
});

test('an app that dies under those who wait is one line for each', async () => {
  const opened = await endedScene();
  const { app } = opened;
  await companyForgets(app);
  const asking = together(5, () => daypass(opened, ['credentials', 'S3AccessRole']));
  const socket = await socketOf(opened);
  await expect.poll(() => connectionsTo(socket)).toBe(5);
  await app.kill9();
  for (const answer of await asking)
    expect(answer).toMatchObject({
      code: UNAVAILABLE,
      stdout: '',
      stderr: oneLine('Daypass ended meanwhile'),
    });
});

test('a pass that is not there, and a name that two passes have, are said with what to write instead', async () => {
  const opened = await scene();
  const { app, tray } = opened;
  await takeSession(app, tray, 'omar', ['LogReader', 'Operator']);
  expect(await daypass(opened, ['credentials', 'Nobody'])).toMatchObject({
    code: 1,
    stdout: '',
    stderr: oneLine(/no pass "Nobody"; there are: ".+", ".+"/),
  });
  const main = await app.main();
  const passes = (await app.control.snapshot()).passes.map(({ id }) => id);
  for (const pass of passes)
    await main.evaluate((id) => window.daypass.run('pass.edit', { pass: id, label: 'Logs' }), pass);
  const both = await daypass(opened, ['credentials', 'Logs']);
  expect(both).toMatchObject({
    code: 1,
    stdout: '',
    stderr: oneLine(/several passes are called "Logs"; .+/),
  });
  for (const pass of passes) {
    expect(both.stderr).toContain(pass);
    expect(credentialsIn(await daypass(opened, ['credentials', pass])).AccessKeyId).toMatch(/^ASIA/);
  }
});

test('an app that is not running is started, and a desk without a display says that it can’t be', async () => {
  const opened = await scene();
  const { app, tray, desk } = opened;
  await takeSession(app, tray, 'alex');
  const command = await commandOf(app);
  const before = credentialsIn(await desk.run(command, ['credentials', 'S3AccessRole']));
  await app.kill9();

  const noDisplay = { env: { DISPLAY: '', WAYLAND_DISPLAY: '' } };
  expect(await desk.run(command, ['credentials', 'S3AccessRole'], noDisplay)).toMatchObject({
    code: UNAVAILABLE,
    stdout: '',
    stderr: oneLine('Daypass is not running, and there is no display to start it on'),
  });
  expect(await pidOn(app.home)).toBeNull();

  desk.before(() => endAppOn(app.home));
  const after = credentialsIn(await desk.run(command, ['credentials', 'S3AccessRole']));
  expect(after).toEqual(before);
  expect(await pidOn(app.home)).not.toBeNull();
  expect(await readFile(join(app.home, 'daypass.log'), 'utf8')).not.toContain(before.SecretAccessKey);
});

test('twenty who find no app start one', async () => {
  const opened = await scene();
  const { app, tray, desk } = opened;
  await takeSession(app, tray, 'alex');
  const command = await commandOf(app);
  await app.quit();

  desk.before(() => endAppOn(app.home));
  const started = new Set<number>();
  let waiting = true;
  const looking = (async () => {
    while (waiting) for (const pid of await appsOn(desk)) started.add(pid);
  })();
  const answers = await together(20, () => desk.run(command, ['credentials', 'S3AccessRole']));
  waiting = false;
  await looking;
  expect(answers.map(({ code }) => code)).toEqual(Array(20).fill(0));
  expect([...started]).toEqual([await pidOn(app.home)]);
});

async function larkProfile(app: RunningApp): Promise<string> {
  const line = `credential_process = ${await commandOf(app)} credentials S3AccessRole`;
  return `[profile lark]\nregion = eu-west-1\n${line}\n`;
}
