/** Renewal: without a window while the company remembers, by one notification when it does not, and after sleep. */

import { expect, onTestFinished, test } from 'vitest';
import { startTestDemo } from '../demo/testing.ts';
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

/** The company has forgotten the person; the silent try meets its form and gives up. */
async function failSilently(app: RunningApp): Promise<Active> {
  const session = await theSession(app);
  await app.electron.evaluate(({ session: sessions }) =>
    sessions.fromPartition('persist:idp-demo').clearStorageData({ storages: ['cookies'] }),
  );
  await moveTo(app, session.expiresAt - RENEWS_BEFORE_MS);
  const form = await app.login();
  const gone = closed(form);
  await form.locator('#user').waitFor();
  await app.control.moveClock(PATIENCE_MS);
  await gone;
  return session;
}

test('what needs a person is said once, and a click on it signs in', async () => {
  const { app, tray, notifications } = await stage();
  await takeSession(app, tray, 'alex');
  const shown = await watchWindows(app);
  const session = await failSilently(app);
  expect(notifications.shown()).toEqual([]);

  await moveTo(app, session.expiresAt - NOTICE_BEFORE_MS);
  await notifications.until('shown', 1);
  await app.control.moveClock(MINUTE);
  await app.control.moveClock(MINUTE);
  expect(notifications.shown()).toMatchObject([
    { summary: 'S3AccessRole ends in 10 min', body: 'Larkfield needs you once more.' },
  ]);
  expect(await shown()).toEqual([]);
  expect((await theSession(app)).startedAt).toBe(session.startedAt);

  notifications.click(notifications.shown()[0]?.id ?? 0);
  const form = await app.login();
  await app.signinIsShown();
  await typeIn(form, 'alex');
  await app.untilSnapshot('a new session', renewedSince(session.startedAt, 1));
  expect(notifications.shown()).toHaveLength(1);
});

test('a notification is taken back when the session was renewed another way', async () => {
  const { app, tray, notifications } = await stage();
  await takeSession(app, tray, 'alex');
  const session = await failSilently(app);
  await moveTo(app, session.expiresAt - NOTICE_BEFORE_MS);
  await notifications.until('shown', 1);

  await tray.choose('Sign in to Larkfield');
  const form = await app.login();
  await app.signinIsShown();
  await typeIn(form, 'alex');
  await app.untilSnapshot('a new session', renewedSince(session.startedAt, 1));
  await notifications.until('withdrawn', 1);
  expect(notifications.withdrawn()).toEqual([notifications.shown()[0]?.id]);
});

test('sleep beyond the end: ended at once, said once, and nothing pops up', async () => {
  const { app, tray, keyring, notifications } = await stage();
  const page = await takeSession(app, tray, 'alex');
  const session = await theSession(app);
  const shown = await watchWindows(app);
  await app.control.emitPower('suspend');
  await moveTo(app, session.expiresAt + 3_600_000);
  await app.control.emitPower('resume');
  await app.control.emitPower('unlock-screen');

  await seePhase(page, 'ended');
  await untilKept(keyring, DEVELOPMENT_SERVICE, 0);
  await notifications.until('shown', 1);
  await app.control.moveClock(MINUTE);
  expect(notifications.shown()).toMatchObject([{ summary: 'S3AccessRole has ended' }]);
  expect(await shown()).toEqual([]);
});

test('sleep until shortly before the end: renewed after a moment, and nothing is announced', async () => {
  const { app, tray, notifications } = await stage();
  await takeSession(app, tray, 'zoë', ['InvoiceReader']);
  const session = await theSession(app);
  const shown = await watchWindows(app);
  await app.control.emitPower('suspend');
  await moveTo(app, session.expiresAt - 5 * MINUTE);
  await app.control.emitPower('resume');
  // Organisations are spread over this time.
  await app.control.moveClock(20_000);
  await app.untilSnapshot('a new session', renewedSince(session.startedAt, 1));
  expect(await shown()).toEqual([]);
  expect(notifications.shown()).toEqual([]);
});

interface Corps {
  companies: Company[];
  time: { offsetMs: number };
}

async function companies(names: readonly string[]): Promise<Corps> {
  const time = { offsetMs: 0 };
  const opened = await Promise.all(names.map((name) => openCompany(name, () => Date.now() + time.offsetMs)));
  onTestFinished(async () => void (await Promise.all(opened.map((company) => company.close()))));
  return { companies: opened, time };
}

const settingsOf = (list: readonly Company[]) => (desk: Desk) =>
  writeHome(desk, { version: 1, organisations: list.map(({ organisation }) => organisation) });

async function startSignIn(app: RunningApp, organisation: string): Promise<void> {
  const main = await app.main();
  await main.evaluate((id) => window.daypass.run('signin.start', { organisation: id }), organisation);
}

async function signInByForm(app: RunningApp, organisation: string): Promise<void> {
  await startSignIn(app, organisation);
  const form = await app.login();
  const gone = closed(form);
  await typeIn(form, 'alex');
  await gone;
  await app.untilSnapshot(
    `a session at ${organisation}`,
    ({ passes, signin }) =>
      signin.kind === 'done' &&
      passes.some((pass) => pass.organisation === organisation && pass.session.kind === 'active'),
  );
}

/** The companies' clock goes along. */
async function moveAllTo(app: RunningApp, time: Corps['time'], at: number): Promise<void> {
  time.offsetMs += at - (await app.control.now());
  await moveTo(app, at);
}

test('the company is down while it should renew: the old session stays, and the end is announced', async () => {
  const {
    companies: [corp],
    time,
  } = await companies(['corp']);
  if (!corp) throw new Error('no company');
  const { app, notifications } = await stage(settingsOf([corp]));
  await signInByForm(app, 'corp');
  const session = await theSession(app);
  const shown = await watchWindows(app);
  await corp.close();

  await moveAllTo(app, time, session.expiresAt - 13.5 * MINUTE);
  await app.untilSnapshot('a try', ({ passes }) => passes.some(({ renewing }) => renewing));
  await app.untilSnapshot('no try', ({ passes }) => !passes.some(({ renewing }) => renewing));
  expect(await theSession(app)).toEqual(session);
  expect(notifications.shown()).toEqual([]);

  await moveAllTo(app, time, session.expiresAt - NOTICE_BEFORE_MS);
  await notifications.until('shown', 1);
  expect(notifications.shown()).toMatchObject([{ summary: 'S3AccessRole ends in 10 min' }]);
  expect(await theSession(app)).toEqual(session);
  expect(await shown()).toEqual([]);
});

test('five organisations have a memory each, and are renewed at the same time', async () => {
  const { companies: five, time } = await companies(['north', 'south', 'east', 'west', 'middle']);
  const { app, notifications } = await stage(settingsOf(five));
  for (const { id } of five) await signInByForm(app, id);
  const shown = await watchWindows(app);
  // By their own cookies now: no form, so no window.
  for (const { id } of five) {
    const before = await app.control.now();
    await startSignIn(app, id);
    await app.untilSnapshot(`a new session at ${id}`, ({ passes }) =>
      passes.some(
        ({ organisation, session }) =>
          organisation === id && session.kind === 'active' && session.startedAt >= before,
      ),
    );
  }
  expect(five.map(({ strangers }) => strangers)).toEqual([[], [], [], [], []]);

  const before = activeOf(await app.control.snapshot());
  const since = Math.max(...before.map(({ startedAt }) => startedAt));
  for (const company of five) company.hold();
  const asked = five.map((company) => company.asked());
  await moveAllTo(app, time, Math.max(...before.map(({ expiresAt }) => expiresAt)) - 13.5 * MINUTE);
  await expect
    .poll(() => five.map((company) => company.asked()), { timeout: 15_000 })
    .toEqual(asked.map((count) => count + 1));
  // All five are on their way, and all goes on meanwhile.
  const { passes, signin } = await app.control.snapshot();
  expect(passes.map(({ renewing, session }) => [renewing, session.kind])).toEqual(
    Array(5).fill([true, 'active']),
  );
  expect(signin.kind).not.toBe('waitingForIdp');
  for (const company of five) company.release();
  await app.untilSnapshot('five new sessions', renewedSince(since, 5));

  expect(await shown()).toEqual([]);
  expect(notifications.shown()).toEqual([]);
  expect(five.flatMap(({ strangers }) => strangers)).toEqual([]);
});

test('a page that nobody sees opens no window either, however it tries', async () => {
  const {
    companies: [corp],
    time,
  } = await companies(['corp']);
  if (!corp) throw new Error('no company');
  const { app } = await stage(settingsOf([corp]));
  await signInByForm(app, 'corp');
  const { expiresAt } = await theSession(app);
  const shown = await watchWindows(app);
  corp.forget(`document.title = String(window.open('/login?popup') ?? 'refused')`);
  await moveAllTo(app, time, expiresAt - 13.5 * MINUTE);
  const form = await app.login();
  await expect.poll(() => form.title()).toBe('refused');
  const gone = closed(form);
  await app.control.moveClock(PATIENCE_MS);
  await gone;
  expect(await shown()).toEqual([]);
});

test('a sign-in that a person starts takes over the renewal that runs, window and all', async () => {
  const {
    companies: [corp],
    time,
  } = await companies(['corp']);
  if (!corp) throw new Error('no company');
  const { app } = await stage(settingsOf([corp]));
  await signInByForm(app, 'corp');
  const session = await theSession(app);
  corp.forget();
  await moveAllTo(app, time, session.expiresAt - 13.5 * MINUTE);
  const form = await app.login();
  await form.locator('#user').waitFor();
  const asked = corp.asked();

  await startSignIn(app, 'corp');
  await app.signinIsShown();
  // No second page was opened for it, and nobody's patience ends it any more.
  expect(corp.asked()).toBe(asked);
  await app.control.moveClock(PATIENCE_MS);
  await typeIn(form, 'alex');
  await app.untilSnapshot('a new session', renewedSince(session.startedAt, 1));
});

test.each([
  { keepSignedIn: true, meets: 'no form' },
  { keepSignedIn: false, meets: 'the form' },
])(
  'after a restart, with “keep me signed in” $keepSignedIn, a sign-in meets $meets',
  async ({ keepSignedIn }) => {
    const demo = await startTestDemo();
    onTestFinished(() => demo.remove());
    const { signInUrl, stsEndpoint, region } = demo.organisation;
    const organisation = {
      id: 'lark',
      name: 'Lark',
      signInUrl,
      region,
      endpoints: { sts: stsEndpoint },
      keepSignedIn,
    };
    const scene = await stage((desk) => writeHome(desk, { version: 1, organisations: [organisation] }));
    await signInByForm(scene.app, 'lark');
    const { startedAt } = await theSession(scene.app);
    await scene.app.quit();

    const app = await scene.restart();
    await app.untilSnapshot('the session of before', (snapshot) => activeOf(snapshot).length === 1);
    await startSignIn(app, 'lark');
    if (keepSignedIn) {
      await app.untilSnapshot('a new session', renewedSince(startedAt, 1));
    } else {
      await (await app.login()).locator('#user').waitFor();
      await app.signinIsShown();
    }
  },
);
