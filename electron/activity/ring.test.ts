import { expect, test } from 'vitest';
import { nothingMore } from './happening.ts';
import { createActivityRing } from './ring.ts';

const started = { ...nothingMore, kind: 'appStarted' } as const;
const ids = (activities: { id: number }[]) => activities.map(({ id }) => id);

test('the newest come first, each with a number of its own and its time', () => {
  const ring = createActivityRing();
  ring.add([started, started], 7);
  ring.add([started], 9);
  expect(ring.newest(2)).toEqual([
    { ...started, id: 3, at: 9 },
    { ...started, id: 2, at: 7 },
  ]);
});

test('it holds so many and forgets the oldest; numbers go on', () => {
  const ring = createActivityRing(3);
  for (let i = 0; i < 5; i++) ring.add([started], i);
  expect(ids(ring.newest(10))).toEqual([5, 4, 3]);
  expect(ring.size()).toBe(3);
});

test('earlier ones are given by range, and it is said when none is left', () => {
  const ring = createActivityRing();
  ring.add(
    Array.from({ length: 10 }, () => started),
    0,
  );
  const first = ring.older(9, 5);
  expect([ids(first.activities), first.complete]).toEqual([[8, 7, 6, 5, 4], false]);
  const rest = ring.older(4, 5);
  expect([ids(rest.activities), rest.complete]).toEqual([[3, 2, 1], true]);
  expect(ring.older(1, 5)).toEqual({ activities: [], complete: true });
});
