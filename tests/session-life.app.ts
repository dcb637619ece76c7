/** A session's life on the clock: ending soon, ended, restored after a crash, not restored when it is over. */
import { expect, test } from 'vitest';
import type { SessionView } from '../electron/contract/snapshot.ts';
import type { RunningApp } from './harness/app.ts';
import { DEVELOPMENT_SERVICE, untilKept } from './harness/scene.ts';
import { readPass, readRows, seePhase } from './harness/screen.ts';
import { sessionIsActive, takeSession } from './harness/steps.ts';
import { sceneOfTest, WITHOUT_RENEWAL } from './harness/test-scene.ts';

/** Room for the time that really passes between two looks. */
const MARGIN_MS = 10_000;

async function activeSession(app: RunningApp): Promise<Extract<SessionView, { kind: 'active' }>> {
  const { passes } = await app.control.snapshot();
  const session = passes[0]?.session;
  if (session?.kind !== 'active') throw new Error(`the session is ${session?.kind ?? 'not there'}`);
  return session;
}

async function moveTo(app: RunningApp, at: number): Promise<void> {
  await app.control.moveClock(at - (await app.control.now()));
}

test('kim’s two minutes: active, ending soon in the last fifth, ended at the end, in tray and window', async () => {
  const { app, tray, keyring } = await sceneOfTest(WITHOUT_RENEWAL);
  const page = await takeSession(app, tray, 'kim');
  const { startedAt, expiresAt } = await activeSession(app);
  expect(expiresAt - startedAt).toBeLessThanOrEqual(120_000);
  expect(await readRows(page, 'Buckets')).not.toEqual([]);
  const soonAt = expiresAt - (expiresAt - startedAt) / 5;
  const active = await tray.until('the session', ({ tooltip }) => /ends in/.test(tooltip));

  await moveTo(app, soonAt - MARGIN_MS);
  await seePhase(page, 'active');
  expect((await tray.state()).icon).toBe(active.icon);

  await moveTo(app, soonAt);
  await seePhase(page, 'endingSoon');
  const soon = await tray.until('ending soon', ({ icon }) => icon !== active.icon);
  expect((await readPass(page)).timeLeft).toMatch(/^\d+ s/);

  await moveTo(app, expiresAt - MARGIN_MS);
  await seePhase(page, 'endingSoon');
  expect((await tray.state()).icon).toBe(soon.icon);
  expect(await keyring.find(DEVELOPMENT_SERVICE)).toHaveLength(1);

  await moveTo(app, expiresAt);
  await seePhase(page, 'ended');
  await tray.until('ended', ({ icon, tooltip }) => icon !== soon.icon && /ended/.test(tooltip));
  await untilKept(keyring, DEVELOPMENT_SERVICE, 0);
  // The list stays readable after the end.
  expect(await readRows(page, 'Buckets')).not.toEqual([]);
});

test('a wake-up after sleep shows at once that the session ended meanwhile', async () => {
  const { app, tray, keyring } = await sceneOfTest(WITHOUT_RENEWAL);
  const page = await takeSession(app, tray, 'kim');
  await app.control.emitPower('suspend');
  await moveTo(app, (await activeSession(app)).expiresAt + 3_600_000);
  await app.control.emitPower('resume');
  await seePhase(page, 'ended');
  await untilKept(keyring, DEVELOPMENT_SERVICE, 0);
});

test('after kill −9 and a new start the session is there again, and S3 still takes it', async () => {
  const opened = await sceneOfTest(WITHOUT_RENEWAL);
  await takeSession(opened.app, opened.tray, 'alex');
  const before = await activeSession(opened.app);
  await untilKept(opened.keyring, DEVELOPMENT_SERVICE, 1);
  await opened.app.kill9();

  const app = await opened.restart();
  const page = await sessionIsActive(app);
  expect((await activeSession(app)).expiresAt).toBe(before.expiresAt);
  expect(await readRows(page, 'Buckets')).toContain('lark-reports-prod');
  await opened.tray.until('the session', ({ tooltip }) => /ends in/.test(tooltip));
});

test('a session that ended while the app was killed is not restored and leaves the keychain', async () => {
  const opened = await sceneOfTest(WITHOUT_RENEWAL);
  // Ten minutes ago: what is taken now has been over for eight minutes when the app starts again.
  await opened.app.control.moveClock(-600_000);
  await takeSession(opened.app, opened.tray, 'kim');
  await untilKept(opened.keyring, DEVELOPMENT_SERVICE, 1);
  await opened.app.kill9();

  const app = await opened.restart();
  await untilKept(opened.keyring, DEVELOPMENT_SERVICE, 0);
  const { passes } = await app.control.snapshot();
  expect(passes.map(({ session }) => session.kind)).not.toContain('active');
});
