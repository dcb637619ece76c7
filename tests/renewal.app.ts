/** Renewal: without a window while the company remembers, by one notification when it does not, and after sleep. */
import { expect, onTestFinished, test } from 'vitest';
import type { SessionView, Snapshot } from '../electron/contract/snapshot.ts';
import type { RunningApp } from './harness/app.ts';
import { type Company, openCompany } from './harness/company.ts';
import { writeHome } from './harness/corp.ts';
import type { Desk } from './harness/desk.ts';
import { type Notifications, serveNotifications } from './harness/notifications.ts';
import { closed } from './harness/pages.ts';
import { DEVELOPMENT_SERVICE, openScene, type Scene, untilKept } from './harness/scene.ts';
import { seePhase } from './harness/screen.ts';
import { watchWindows } from './harness/shown.ts';
import { takeSession, typeIn } from './harness/steps.ts';

type Active = Extract<SessionView, { kind: 'active' }>;
const MINUTE = 60_000;
/** Of sessions of 80 minutes and more, whatever the dice said; and just not yet, for any. */
const RENEWS_BEFORE_MS = 18 * MINUTE;
const NOTICE_BEFORE_MS = 10 * MINUTE;
/** What a page may stay without answering, of a company that has never answered by itself. */
const PATIENCE_MS = 10_000;

interface Stage extends Scene {
  notifications: Notifications;
}

async function stage(settings?: (desk: Desk) => Promise<string>): Promise<Stage> {
  let notifications: Notifications | undefined;
  const scene = await openScene({
    app: async (desk) => {
      notifications = await serveNotifications(desk.bus);
      if (!settings) return {};
      return { demo: false, env: { DAYPASS_HOME: await settings(desk), DAYPASS_ALLOW_ANY_RUNTIME: '1' } };
    },
  });
  onTestFinished(() => scene.dispose());
  if (!notifications) throw new Error('the desk was not prepared');
  return Object.assign(scene, { notifications });
}

const activeOf = ({ passes }: Snapshot): Active[] =>
  passes.flatMap(({ session }) => (session.kind === 'active' ? session : []));

async function theSession(app: RunningApp): Promise<Active> {
  const [session] = activeOf(await app.control.snapshot());
  if (!session) throw new Error('there is no session');
  return session;
}

async function moveTo(app: RunningApp, at: number): Promise<void> {
  await app.control.moveClock(at - (await app.control.now()));
}

/** Every one of so many sessions began after `at`. */
const renewedSince = (at: number, count: number) => (snapshot: Snapshot) => {
  const sessions = activeOf(snapshot);
  return sessions.length === count && sessions.every(({ startedAt }) => startedAt > at);
};

test('two passes are renewed at once without any window on the screen', async () => {
  const { app, tray, keyring, notifications } = await stage();
  await takeSession(app, tray, 'omar', ['LogReader', 'Operator']);
  const before = activeOf(await app.control.snapshot());
  expect(before).toHaveLength(2);
  const shown = await watchWindows(app);

  await moveTo(app, Math.max(...before.map(({ expiresAt }) => expiresAt)) - RENEWS_BEFORE_MS);
  const since = Math.max(...before.map(({ startedAt }) => startedAt));
  await app.untilSnapshot('two new sessions', renewedSince(since, 2));

  expect(await shown()).toEqual([]);
  expect(notifications.shown()).toEqual([]);
  expect((await app.control.snapshot()).signin.kind).not.toBe('waitingForIdp');
  await untilKept(keyring, DEVELOPMENT_SERVICE, 2);
});
