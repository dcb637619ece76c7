import { expect, it } from 'vitest';
import { patienceMs } from './patience.ts';

it.each([
  ['nothing is known', undefined, 10_000],
  ['it answers at once', 300, 5_000],
  ['it takes its time', 4_000, 12_000],
  ['it is slow', 25_000, 30_000],
])('a page may stay, when %s', (_what, longestMs, expected) => {
  expect(patienceMs(longestMs)).toBe(expected);
});
