import { describe, expect, it } from 'vitest';
import type { Failure } from '../contract/failure.ts';
import { isRunning, type SigninEvent, type SigninState, transition } from './machine.ts';

const doubt = { origin: null, issuer: { known: ['a'], now: 'b' }, accounts: null };
const failure: Failure = { code: 'signin-timed-out', retry: 'now' };
const at = { attempt: 1, organisation: 'corp' };
const states: Record<SigninState['kind'], SigninState> = {
  idle: { kind: 'idle' },
  waitingForIdp: { ...at, kind: 'waitingForIdp', hosts: ['idp.example'], channel: 'https', where: 'window' },
  confirming: { ...at, kind: 'confirming', doubt, validUntil: 9 },
  choosingRoles: { ...at, kind: 'choosingRoles', offers: [], ignored: 0, validUntil: 9 },
  trading: { ...at, kind: 'trading', passes: { a: { kind: 'pending' }, b: { kind: 'saved' } } },
  done: { ...at, kind: 'done', passes: { a: { kind: 'saved' } } },
  failed: { ...at, kind: 'failed', failure },
};
const events: Record<SigninEvent['kind'], SigninEvent> = {
  started: { kind: 'started', attempt: 2, organisation: 'corp', host: 'idp.example', channel: 'https' },
  opened: { kind: 'opened', attempt: 1, where: 'Edge' },
  moved: { kind: 'moved', attempt: 1, host: 'mfa.example', channel: 'https' },
  doubted: { kind: 'doubted', attempt: 1, doubt, validUntil: 9 },
  answered: { kind: 'answered', attempt: 1, offers: [], ignored: 0, validUntil: 9 },
  tradeStarted: { kind: 'tradeStarted', attempt: 1, passes: ['a', 'b'] },
  tradeSettled: { kind: 'tradeSettled', attempt: 1, pass: 'a', result: { kind: 'saved' } },
  failed: { kind: 'failed', attempt: 1, failure },
  dismissed: { kind: 'dismissed' },
};
/** Where each event leads from each state; what is not named stays where it is. */
const leads: Partial<Record<SigninState['kind'], Partial<Record<SigninEvent['kind'], SigninState['kind']>>>> =
  {
    idle: { started: 'waitingForIdp' },
    waitingForIdp: {
      doubted: 'confirming',
      answered: 'choosingRoles',
      tradeStarted: 'trading',
      failed: 'failed',
    },
    confirming: { answered: 'choosingRoles', tradeStarted: 'trading', failed: 'failed' },
    choosingRoles: { tradeStarted: 'trading', failed: 'failed' },
    trading: { tradeSettled: 'done', failed: 'failed' },
    done: { started: 'waitingForIdp', dismissed: 'idle' },
    failed: { started: 'waitingForIdp', dismissed: 'idle' },
  };
const kindsOf = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as K[];
const pairs = kindsOf(states).flatMap((state) => kindsOf(events).map((event) => [state, event] as const));

describe('a sign-in', () => {
  it.each(pairs)('in %s, when %s', (state, event) => {
    expect(transition(states[state], events[event]).kind).toBe(leads[state]?.[event] ?? state);
  });

  it.each(kindsOf(states))('in %s is not changed by an event of another attempt', (kind) => {
    for (const event of Object.values(events)) {
      if (event.kind === 'started' || event.kind === 'dismissed') continue;
      expect(transition(states[kind], { ...event, attempt: 99 })).toBe(states[kind]);
    }
  });

  it('is done only when every pass has settled, each in its own way', () => {
    const started = transition(states.waitingForIdp, events.tradeStarted);
    const half = transition(started, events.tradeSettled);
    expect(half).toMatchObject({ kind: 'trading', passes: { a: { kind: 'saved' }, b: { kind: 'pending' } } });
    const all = transition(half, {
      kind: 'tradeSettled',
      attempt: 1,
      pass: 'b',
      result: { kind: 'failed', failure },
    });
    expect(all).toMatchObject({ kind: 'done', passes: { a: { kind: 'saved' }, b: { kind: 'failed' } } });
  });

  it('remembers the hosts it has been on, the last ones only', () => {
    let state = states.waitingForIdp;
    for (let i = 0; i < 20; i++) {
      state = transition(state, { kind: 'moved', attempt: 1, host: `h${i}.example`, channel: 'https' });
    }
    expect(state.kind === 'waitingForIdp' && state.hosts).toHaveLength(8);
  });

  it('is in a window until it is told of a browser', () => {
    const started = transition(states.idle, events.started);
    expect(started).toMatchObject({ where: 'window' });
    const opened = transition(started, { kind: 'opened', attempt: 2, where: 'Edge' });
    expect(opened).toMatchObject({ where: 'Edge' });
    expect(transition(opened, { kind: 'opened', attempt: 2, where: 'Edge' })).toBe(opened);
  });

  it('is joined, not doubled, by a second start while it runs', () => {
    for (const state of Object.values(states)) {
      if (isRunning(state)) expect(transition(state, events.started)).toBe(state);
    }
  });
});
