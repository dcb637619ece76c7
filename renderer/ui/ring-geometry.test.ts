import { expect, test } from 'vitest';
import { ringDial, ringShape } from './ring-geometry.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.each([
  ['12 hours, 7 h 12 m left', 12 * HOUR, 7.2 * HOUR, { count: 12, rest: 7.2, minutes: false }],
  ['an hour counts quarters', HOUR, 48 * MINUTE, { count: 4, rest: 3.2, minutes: false }],
  ['the last ten minutes count minutes', 8 * HOUR, 4 * MINUTE, { count: 10, rest: 4, minutes: true }],
  [
    'a breath over twelve hours adds no bar',
    12 * HOUR + 900,
    12 * HOUR,
    { count: 12, rest: 12, minutes: false },
  ],
  ['ended', 8 * HOUR, 0, { count: 8, rest: 0, minutes: false }],
  ['a moment after the end', 8 * HOUR, -5, { count: 8, rest: 0, minutes: false }],
])('%s', (_, granted, left, dial) => {
  expect(ringDial(granted, left)).toEqual(dial);
});

test('time is taken in whole minutes, so the ring steps and does not creep', () => {
  expect(ringDial(12 * HOUR, 7 * HOUR + 59_000)).toEqual(ringDial(12 * HOUR, 7 * HOUR));
});

test('every bar is drawn or has left a hole', () => {
  for (let hours = 0; hours <= 12; hours++) {
    const { bars, holes } = ringShape(12 * HOUR, hours * HOUR, 22);
    expect(bars.length + holes.length).toBe(12);
    expect(bars.length).toBe(hours);
  }
});

test('time leaves clockwise from twelve: the first hole is right of the top', () => {
  const [hole] = ringShape(4 * HOUR, 3 * HOUR, 40).holes;
  expect(hole?.x).toBeGreaterThan(20);
  expect(hole?.y).toBeLessThan(20);
});

test('an ended ring is holes only, larger ones', () => {
  const ended = ringShape(8 * HOUR, 0, 48);
  expect(ended.bars).toEqual([]);
  expect(ended.holes[0]?.r).toBeGreaterThan(ringShape(8 * HOUR, 4 * HOUR, 48).holes[0]?.r ?? 9);
});

test('a single bar is a whole turn without breaking', () => {
  expect(ringShape(15 * MINUTE, 15 * MINUTE, 22).bars).toHaveLength(1);
});
