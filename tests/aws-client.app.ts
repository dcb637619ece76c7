/** What was copied works in a real shell with Debian's own `aws`, until the session ends; and the clipboard is cleared. */
import { expect, onTestFinished, test } from 'vitest';
import { copyElsewhere, readSelection } from './harness/clipboard.ts';
import type { Desk } from './harness/desk.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { copyAs, seePhase } from './harness/screen.ts';
import { takeSession } from './harness/steps.ts';

const AWS = '/usr/bin/aws --endpoint-url "$AWS_ENDPOINT_URL_S3"';

async function scene(): Promise<Scene> {
  const opened = await openScene();
  onTestFinished(() => opened.dispose());
  return opened;
}

/** What was pasted into a bash, then the command. */
function inBash(desk: Desk, pasted: string, command: string) {
  return desk.run('bash', ['-c', `eval "$(cat)"; ${command}`], { input: pasted });
}

test('`aws s3 ls` lists the buckets with what was copied for bash', async () => {
  const { app, tray, desk } = await scene();
  const page = await takeSession(app, tray, 'alex');
  await copyAs(page, /bash/i);
  const pasted = await readSelection(desk);
  const listed = await inBash(desk, pasted, `${AWS} s3 ls`);
  expect(listed.stderr).toBe('');
  expect(listed.stdout).toContain('lark-reports-prod');
  const who = await inBash(desk, pasted, 'env | grep -c ^AWS_; printf %s "$AWS_REGION"');
  expect(who.stdout).toMatch(/^\d+\n[a-z]+-[a-z]+-\d$/);
});

test('after the end the client says so itself, and without the expiry S3 answers ExpiredToken', async () => {
  const { app, tray, desk } = await scene();
  const page = await takeSession(app, tray, 'kim');
  await copyAs(page, /bash/i);
  const pasted = await readSelection(desk);
  expect((await inBash(desk, pasted, `${AWS} s3 ls`)).code).toBe(0);

  const past = 'export AWS_CREDENTIAL_EXPIRATION=2020-01-01T00:00:00Z';
  const byClient = await inBash(desk, pasted, `${past}; ${AWS} s3 ls`);
  expect(byClient.code).not.toBe(0);
  expect(byClient.stderr).toContain('expired');

  await app.control.moveClock(130_000);
  await seePhase(page, 'ended');
  const byS3 = await inBash(desk, pasted, `unset AWS_CREDENTIAL_EXPIRATION; ${AWS} s3 ls`);
  expect(byS3.code).not.toBe(0);
  expect(byS3.stderr).toContain('ExpiredToken');
});

test('credentials leave the clipboard after a minute of the clock', async () => {
  const { app, tray, desk } = await scene();
  const page = await takeSession(app, tray, 'alex');
  await copyAs(page, /bash/i);
  await app.control.moveClock(55_000);
  expect(await readSelection(desk)).toContain('AWS_SESSION_TOKEN');
  await app.control.moveClock(6_000);
  await app.untilSnapshot('an empty hand', ({ clipboard }) => clipboard === null);
  await expect.poll(() => readSelection(desk)).toBe('');
  expect(await readSelection(desk, 'primary')).not.toContain('AWS_SESSION_TOKEN');
});

test('what somebody copied meanwhile is left alone', async () => {
  const { app, tray, desk } = await scene();
  const page = await takeSession(app, tray, 'alex');
  await copyAs(page, /bash/i);
  await copyElsewhere(desk, 'a shopping list');
  await app.control.moveClock(61_000);
  await app.untilSnapshot('an empty hand', ({ clipboard }) => clipboard === null);
  expect(await readSelection(desk)).toBe('a shopping list');
});

test('a locked screen takes the credentials off the clipboard at once', async () => {
  const { app, tray, desk } = await scene();
  const page = await takeSession(app, tray, 'alex');
  await copyAs(page, /bash/i);
  await app.control.emitPower('lock-screen');
  await expect.poll(() => readSelection(desk)).toBe('');
});
