import { expect, it } from 'vitest';
import { createLane } from './slow-lane.ts';

function admitted(lane: (now: number) => void, count: number, now: number): number {
  let served = 0;
  for (let i = 0; i < count; i++) {
    try {
      lane(now);
      served++;
    } catch (error) {
      expect(error).toMatchObject({ status: 503, code: 'SlowDown' });
    }
  }
  return served;
}

it('serves ten at once and twenty a second, and no more after a long pause', () => {
  const lane = createLane();
  expect(admitted(lane, 100, 1000)).toBe(10);
  expect(admitted(lane, 100, 1100)).toBe(2);
  expect(admitted(lane, 100, 1000)).toBe(0);
  expect(admitted(lane, 100, 3_600_000)).toBe(10);
});
