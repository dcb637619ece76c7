import { describe, expect, it } from 'vitest';
import {
  clockWords,
  endingSoonBeforeMs,
  leftSpoken,
  leftWords,
  nextPhaseChangeAt,
  nextWordsInMs,
  offWords,
  phaseAt,
} from './time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const long = { startedAt: 0, expiresAt: 8 * HOUR };
const short = { startedAt: 0, expiresAt: 2 * MINUTE };

describe('the phase of a session', () => {
  it.each([
    ['at its start', long, 0, 'active'],
    ['just before the notice time', long, 8 * HOUR - 10 * MINUTE - 1, 'active'],
    ['at the notice time', long, 8 * HOUR - 10 * MINUTE, 'endingSoon'],
    ['just before its end', long, 8 * HOUR - 1, 'endingSoon'],
    ['at its end', long, 8 * HOUR, 'ended'],
    ['in a short one, before the last fifth', short, 96_000 - 1, 'active'],
    ['in a short one, in the last fifth', short, 96_000, 'endingSoon'],
  ])('%s', (_when, times, now, phase) => {
    expect(phaseAt(times, now, 10)).toBe(phase);
  });

  it('changes next exactly when it says', () => {
    for (const times of [long, short]) {
      const soonAt = times.expiresAt - endingSoonBeforeMs(times, 10);
      expect(nextPhaseChangeAt(times, 0, 10)).toBe(soonAt);
      expect(nextPhaseChangeAt(times, soonAt, 10)).toBe(times.expiresAt);
      expect(nextPhaseChangeAt(times, times.expiresAt, 10)).toBeNull();
    }
  });
});

describe('time left', () => {
  it.each([
    [7 * HOUR + 12 * MINUTE, '7 h 12 m', '7 hours 12 minutes'],
    [12 * HOUR, '12 h 00 m', '12 hours'],
    [HOUR + MINUTE, '1 h 01 m', '1 hour 1 minute'],
    [48 * MINUTE + 59_999, '48 min', '48 minutes'],
    [MINUTE, '1 min', '1 minute'],
    [36_500, '36 s', '36 seconds'],
    [1000, '1 s', '1 second'],
    [0, '0 s', '0 seconds'],
    [-5, '0 s', '0 seconds'],
  ])('%i ms is %s', (leftMs, words, spoken) => {
    expect(leftWords(leftMs)).toBe(words);
    expect(leftSpoken(leftMs)).toBe(spoken);
  });

  it('has other words once the time for them has come', () => {
    for (const leftMs of [90_000, 59_500, HOUR + 30_000, 12 * HOUR, MINUTE]) {
      expect(leftWords(leftMs - nextWordsInMs(leftMs) - 1)).not.toBe(leftWords(leftMs));
    }
  });
});

it('a time on another day carries its weekday', () => {
  const noon = new Date(2026, 9, 2, 12, 0).getTime();
  expect(clockWords(noon, noon)).toBe('12:00');
  expect(clockWords(noon + 24 * HOUR, noon)).toBe('Sat 12:00');
});

it.each([
  [6 * 60_000, '6 minutes behind'],
  [-6 * 60_000, '6 minutes ahead'],
  [60_000, '1 minute behind'],
  [119 * 60_000, '119 minutes behind'],
  [3 * 3_600_000, '3 hours behind'],
  [24 * 3_600_000, '24 hours behind'],
  [-30 * 24 * 3_600_000, '30 days ahead'],
])('a clock that is %i ms behind is %s', (ms, words) => {
  expect(offWords(ms)).toBe(words);
});
