import { describe, expect, it } from 'vitest';
import {
  backOffMs,
  dueAt,
  dueNow,
  hasGained,
  nextDueAt,
  type Renewable,
  renewalAt,
  spreadAt,
} from './renewal.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse('2026-03-04T10:00:00Z');

/** A session of corp that began at `START`. */
function session(lengthMs: number, more: Partial<Renewable> = {}): Renewable {
  return {
    pass: 'reports',
    organisation: 'corp',
    startedAt: START,
    expiresAt: START + lengthMs,
    dice: 0,
    tries: 0,
    waitsUntil: 0,
    stopped: null,
    ...more,
  };
}

describe('a renewal begins before the end', () => {
  it.each([
    ['12 h', 12 * HOUR, 0, 20 * MINUTE],
    ['12 h, dice at the most', 12 * HOUR, 1, 18 * MINUTE],
    ['80 min: the quarter is 20 min', 80 * MINUTE, 0, 20 * MINUTE],
    ['1 h', HOUR, 0, 15 * MINUTE],
    ['1 h, dice in the middle', HOUR, 0.5, 14.25 * MINUTE],
    ['15 min, the least AWS gives', 15 * MINUTE, 0, 3.75 * MINUTE],
    ['2 min', 2 * MINUTE, 1, 27_000],
  ])('of %s', (_what, lengthMs, dice, beforeMs) => {
    expect(START + lengthMs - renewalAt(session(lengthMs), dice)).toBe(beforeMs);
  });

  it('and never in the first half', () => {
    for (const lengthMs of [2 * MINUTE, 15 * MINUTE, HOUR, 12 * HOUR])
      expect(renewalAt(session(lengthMs), 0)).toBeGreaterThanOrEqual(START + lengthMs / 2);
  });
});

describe('a session is due', () => {
  const lead = START + 45 * MINUTE;
  it.each<[string, Partial<Renewable>, number | null]>([
    ['when its time has come', {}, lead],
    ['later when it has to wait', { waitsUntil: lead + MINUTE }, lead + MINUTE],
    ['not sooner when it had to wait before', { waitsUntil: START }, lead],
    ['never when it would wait beyond its end', { waitsUntil: START + HOUR }, null],
    ['never when trying is of no use', { stopped: 'signin-needs-person' }, null],
  ])('%s', (_when, more, at) => {
    expect(dueAt(session(HOUR, more))).toBe(at);
  });

  it('no more after its end, so that waking up brings no storm', () => {
    const over = [session(HOUR), session(2 * HOUR, { pass: 'other', organisation: 'other' })];
    expect(nextDueAt(over, START + 3 * HOUR)).toBeNull();
    expect(dueNow(over, START + 3 * HOUR).size).toBe(0);
  });

  it('the earliest of all first', () => {
    const two = [session(2 * HOUR), session(HOUR, { pass: 'b' })];
    expect(nextDueAt(two, START)).toBe(lead);
    expect(nextDueAt([], START)).toBeNull();
  });
});

describe('what is renewed together', () => {
  const namesAt = (sessions: Renewable[], now: number) =>
    [...dueNow(sessions, now)].map(([organisation, group]) => [organisation, group.map(({ pass }) => pass)]);

  it('is everything of one organisation that has lived half its length, once one is due', () => {
    const sessions = [
      session(HOUR, { pass: 'due' }),
      session(1.5 * HOUR, { pass: 'half' }),
      session(4 * HOUR, { pass: 'young' }),
      session(1.5 * HOUR, { pass: 'stopped', stopped: 'role-not-offered' }),
      session(1.5 * HOUR, { pass: 'elsewhere', organisation: 'other' }),
    ];
    expect(namesAt(sessions, START + 45 * MINUTE)).toEqual([['corp', ['due', 'half']]]);
  });

  it('is nothing while none is due', () => {
    expect(namesAt([session(HOUR)], START + 45 * MINUTE - 1)).toEqual([]);
  });

  it('is each organisation for itself', () => {
    const sessions = [session(HOUR), session(HOUR, { pass: 'b', organisation: 'other' })];
    expect(namesAt(sessions, START + 50 * MINUTE)).toEqual([
      ['corp', ['reports']],
      ['other', ['b']],
    ]);
  });
});

describe('after sleep', () => {
  it('organisations are spread over 20 s, each by its own dice', () => {
    const slept = START + 11.7 * HOUR;
    const late = slept + 10 * MINUTE;
    expect(spreadAt([session(12 * HOUR, { dice: 0.25 })], late)).toBe(late + 5_000);
    expect(spreadAt([session(12 * HOUR, { dice: 0 })], slept)).toBeNull();
  });
  it('what has been spread goes on', () => {
    const late = START + 11.9 * HOUR;
    expect(spreadAt([session(12 * HOUR, { waitsUntil: late })], late)).toBeNull();
  });
});

it.each([
  [1, 1],
  [2, 2],
  [3, 4],
  [5, 16],
  [9, 16],
])('after %i failures the next try waits %i min', (tries, minutes) => {
  expect(backOffMs(tries)).toBe(minutes * MINUTE);
});

it.each([
  ['a later end', 30 * MINUTE, true],
  ['the same end again', 0, false],
  ['the same end, rounded', 1_000, false],
])('a new session with %s: of use %s', (_what, gainMs, expected) => {
  const before = session(HOUR);
  expect(hasGained(before, { startedAt: START + 45 * MINUTE, expiresAt: before.expiresAt + gainMs })).toBe(
    expected,
  );
});
