import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { house } from './renewals.test-parts.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-04T10:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});
const MINUTE = 60_000;

describe('a live session', () => {
  it('is renewed once, at its time', async () => {
    const { begin, minutes, asked, done, clock } = house({ reports: 'corp' });
    begin('reports');
    minutes(44.9);
    expect(asked).toEqual([]);
    minutes(0.1);
    expect(asked).toMatchObject([{ organisation: 'corp', passes: ['reports'] }]);
    minutes(5);
    expect(asked).toHaveLength(1);
    begin('reports');
    await asked[0]?.settle(done);
    clock.move(44 * MINUTE);
    expect(asked).toHaveLength(1);
    clock.move(MINUTE);
    expect(asked).toHaveLength(2);
  });

  it('is renewed together with the others of its organisation, and organisations at the same time', () => {
    const { begin, minutes, asked } = house({ a: 'corp', b: 'corp', c: 'other' });
    for (const pass of ['a', 'b', 'c']) begin(pass);
    minutes(45);
    expect(asked.map(({ organisation, passes }) => [organisation, passes])).toEqual([
      ['corp', ['a', 'b']],
      ['other', ['c']],
    ]);
  });

  it.each(['ask', 'off'] as const)('is left alone when the person wants “%s”', (renew) => {
    const { begin, minutes, asked } = house({ reports: 'corp' }, renew);
    begin('reports');
    minutes(59);
    expect(asked).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is left alone as soon as the person changes their mind', () => {
    const { begin, minutes, asked, preferences, update } = house({ reports: 'corp' });
    begin('reports');
    preferences.renew = 'off';
    update();
    minutes(59);
    expect(asked).toEqual([]);
  });
});

describe('a renewal that fails', () => {
  it('is tried again after 1, 2 and 4 minutes, and not beyond the end', async () => {
    const { begin, minutes, asked, failed } = house({ reports: 'corp' });
    begin('reports');
    minutes(45);
    for (const [tries, wait] of [
      [1, 1],
      [2, 2],
      [3, 4],
    ] as const) {
      expect(asked).toHaveLength(tries);
      await asked.at(-1)?.settle(failed('signin-page-unreachable'));
      minutes(wait - 0.01);
      expect(asked).toHaveLength(tries);
      minutes(0.01);
    }
    expect(asked).toHaveLength(4);
    await asked.at(-1)?.settle(failed('signin-page-unreachable'));
    minutes(60);
    expect(asked).toHaveLength(4);
  });

  it.each([
    ['signin-needs-person', 'afterSignIn'],
    ['signin-page-insecure', 'never'],
    ['role-not-offered', 'never'],
  ] as const)('with %s is not tried again for this session', async (code, retry) => {
    const { begin, minutes, asked, failed, renewals } = house({ reports: 'corp' });
    begin('reports');
    minutes(45);
    await asked[0]?.settle(failed(code, retry));
    expect(renewals.failureOf('reports')).toBe(code);
    minutes(14);
    expect(asked).toHaveLength(1);
    begin('reports');
    expect(renewals.failureOf('reports')).toBeNull();
    minutes(45);
    expect(asked).toHaveLength(2);
  });

  it('for one pass only is tried again for that pass', async () => {
    const { begin, minutes, asked, done, renewals } = house({ a: 'corp', b: 'corp' });
    begin('a');
    begin('b');
    minutes(45);
    begin('a');
    const failure = { code: 'sts-throttled', retry: 'now' } as const;
    await asked[0]?.settle({ ...done, passes: { a: { kind: 'saved' }, b: { kind: 'failed', failure } } });
    expect([renewals.failureOf('a'), renewals.failureOf('b')]).toEqual([null, 'sts-throttled']);
    minutes(1);
    expect(asked[1]?.passes).toEqual(['b']);
  });

  it('because it was called off counts as no try', async () => {
    const { begin, minutes, asked, failed, renewals, clock } = house({ reports: 'corp' });
    begin('reports');
    minutes(45);
    await asked[0]?.settle(failed('signin-cancelled'));
    expect(renewals.failureOf('reports')).toBeNull();
    clock.move(15_000);
    expect(asked).toHaveLength(2);
  });

  it('is not repeated for ever where the company gives the same end again', async () => {
    const { begin, minutes, asked, done, renewals } = house({ reports: 'corp' });
    begin('reports');
    minutes(45);
    begin('reports', 15 * MINUTE);
    await asked[0]?.settle(done);
    expect(renewals.failureOf('reports')).toBe('signin-needs-person');
    minutes(14);
    expect(asked).toHaveLength(1);
  });
});

describe('without a network', () => {
  it('one notice says so, and the renewal comes when the network is back', () => {
    const { begin, minutes, asked, online, renewals } = house({ a: 'corp', b: 'other' });
    begin('a');
    begin('b');
    online.is = false;
    minutes(45);
    expect(asked).toEqual([]);
    expect(renewals.notices().map(({ failure }) => failure.code)).toEqual(['renewal-offline']);
    renewals.dismissNotice('renewal-offline');
    minutes(1);
    expect(renewals.notices()).toEqual([]);
    online.is = true;
    minutes(0.5);
    expect(asked).toHaveLength(2);
    expect([renewals.failureOf('a'), renewals.failureOf('b')]).toEqual([null, null]);
  });
});

describe('after sleep', () => {
  it('what is over is not renewed', () => {
    const { begin, minutes, asked } = house({ reports: 'corp' });
    begin('reports');
    minutes(600);
    expect(asked).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('organisations follow each other at a distance', () => {
    const { begin, minutes, asked, dice, clock } = house({ a: 'corp', b: 'other' });
    begin('a');
    dice.value = 0.5;
    begin('b');
    minutes(55);
    expect(asked).toEqual([]);
    clock.move(0);
    vi.advanceTimersByTime(1);
    expect(asked.map(({ organisation }) => organisation)).toEqual(['corp']);
    clock.move(10_000);
    expect(asked.map(({ organisation }) => organisation)).toEqual(['corp', 'other']);
  });
});

it('exactly one timer is armed while sessions live and nothing is due, and none without them', () => {
  const { begin, views, update } = house({ a: 'corp', b: 'corp', c: 'other', d: 'third' });
  expect(vi.getTimerCount()).toBe(0);
  for (const pass of ['a', 'b', 'c', 'd']) begin(pass);
  expect(vi.getTimerCount()).toBe(1);
  for (let again = 0; again < 10; again++) update();
  expect(vi.getTimerCount()).toBe(1);
  views.clear();
  update();
  expect(vi.getTimerCount()).toBe(0);
});
