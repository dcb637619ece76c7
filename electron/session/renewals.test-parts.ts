/** Renewals and reminders between fakes: sessions in a map, sign-ins that the test answers, a desktop that lists. */
import { vi } from 'vitest';
import type { Failure } from '../contract/failure.ts';
import type { SessionView } from '../contract/snapshot.ts';
import { createClock } from '../lib/clock.ts';
import type { Preferences } from '../settings/schema.ts';
import type { SigninState } from '../signin/machine.ts';
import { createReminding } from './reminding.ts';
import { createRenewals } from './renewals.ts';

const MINUTE = 60_000;
const PROVIDER = 'arn:aws:iam::111122223333:saml-provider/CorpIdP';
const roleArn = (name: string) => `arn:aws:iam::111122223333:role/${name}`;

interface Asked {
  organisation: string;
  passes: readonly string[];
  settle(state: SigninState): Promise<void>;
}

/** `passes`: organisation by pass. */
export function house(passes: Record<string, string>, renew: Preferences['renew'] = 'silent') {
  const clock = createClock();
  const views = new Map<string, SessionView>();
  const online = { is: true };
  const onScreen: { state: SigninState } = { state: { kind: 'idle' } };
  const preferences: Preferences = { notifyMinutesBefore: 10, clipboardClearSeconds: 60, renew };
  const asked: Asked[] = [];
  const settings = {
    preferences: () => preferences,
    organisation: (id: string) => ({
      id,
      name: `The ${id}`,
      signInUrl: 'https://idp.example/',
      region: 'eu-west-1',
    }),
    passes: () =>
      Object.entries(passes).map(([id, organisation]) => {
        return {
          id,
          organisation,
          label: id,
          region: 'eu-west-1',
          roleArn: roleArn(id),
          providerArn: PROVIDER,
        };
      }),
  };
  const sessions = { view: (pass: string): SessionView => views.get(pass) ?? { kind: 'none' } };
  const signin = {
    state: () => onScreen.state,
    renew: (organisation: string, wanted: readonly string[]) =>
      new Promise<SigninState>((resolve) => {
        const settle = async (state: SigninState) => {
          resolve(state);
          await vi.advanceTimersByTimeAsync(0);
        };
        asked.push({ organisation, passes: wanted, settle });
      }),
  };
  const changed = vi.fn(() => update());
  const dice = { value: 0 };
  const renewals = createRenewals({
    settings,
    sessions,
    signin,
    clock,
    isOnline: () => online.is,
    random: () => dice.value,
    log: () => {},
    changed,
  });
  const shown: { title: string; body: string; click: () => void }[] = [];
  const withdrawn: string[] = [];
  const signInAgain = vi.fn();
  const reminding = createReminding({
    ...{ settings, sessions, signin, renewals, clock },
    notifier: {
      show: (_id, { title, body }, click) => shown.push({ title, body, click }),
      withdraw: (id) => void withdrawn.push(id),
    },
    renew: signInAgain,
  });
  const update = () => {
    renewals.update();
    reminding.update();
  };
  /** A session that begins now. */
  const begin = (pass: string, lengthMs = 60 * MINUTE) => {
    views.set(pass, {
      kind: 'active',
      startedAt: clock.now(),
      expiresAt: clock.now() + lengthMs,
      kept: 'keychain',
      scope: 'full',
    });
    update();
  };
  const end = (pass: string) => {
    const session = sessions.view(pass);
    if (session.kind !== 'active') throw new Error(`${pass} has no session`);
    views.set(pass, { kind: 'ended', startedAt: session.startedAt, endedAt: session.expiresAt });
    update();
  };
  const failed = (code: Failure['code'], retry: Failure['retry'] = 'now') =>
    ({ kind: 'failed', attempt: 1, organisation: 'corp', failure: { code, retry } }) as const;
  const done = { kind: 'done', attempt: 1, organisation: 'corp', passes: {} } as const;
  return {
    ...{ clock, views, online, onScreen, preferences, dice, asked, renewals, changed, shown, withdrawn },
    ...{ signInAgain, update, begin, end, failed, done },
    minutes: (count: number) => clock.move(count * MINUTE),
  };
}
