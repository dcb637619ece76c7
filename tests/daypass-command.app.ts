/** The `daypass` command on a real desk: it answers tools, makes the sign-in happen, waits for it, and starts the app. */
import { expect, onTestFinished, test } from 'vitest';
import { openScene, type Scene } from './harness/scene.ts';
import { takeSession, typeIn } from './harness/steps.ts';

async function scene(): Promise<Scene> {
  const opened = await openScene();
  onTestFinished(() => opened.dispose());
  return opened;
}

async function daypass({ app, desk }: Scene, ...words: string[]) {
  const { command } = await app.untilSnapshot('the command', ({ command: { failure } }) => failure === null);
  return desk.run(command.path, words);
}

test('with a live session it answers at once, as credential_process wants it', async () => {
  const opened = await scene();
  await takeSession(opened.app, opened.tray, 'alex');
  const answered = await daypass(opened, 'credentials', 'S3AccessRole');
  expect(answered.stderr).toBe('');
  expect(JSON.parse(answered.stdout)).toMatchObject({
    Version: 1,
    AccessKeyId: expect.stringMatching(/^ASIA/),
    AccountId: '111122223333',
  });
  const status = await daypass(opened, 'status');
  expect(status.stdout).toMatch(/^S3AccessRole {2}active, 7 h 59 min {2}S3AccessRole in 111122223333\n/);
});

test('with no session it opens the sign-in, waits for the person, and answers', async () => {
  const opened = await scene();
  const { app, tray } = opened;
  await takeSession(app, tray, 'kim');
  await app.control.moveClock(130_000);
  const [pass] = (await app.control.snapshot()).passes;
  await app.electron.evaluate(({ session }) => session.fromPartition('persist:idp-demo').clearStorageData());
  const asked = daypass(opened, 'credentials', String(pass?.id));
  await app.untilSnapshot('a sign-in page', ({ signin }) => signin.kind === 'waitingForIdp');
  const login = await app.login();
  await app.signinIsShown();
  await typeIn(login, 'kim');
  expect(JSON.parse((await asked).stdout)).toMatchObject({ Version: 1 });
});
