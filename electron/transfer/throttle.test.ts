import { expect, it } from 'vitest';
import { createThrottle } from './throttle.ts';

const stop = new AbortController().signal;

/** Time that goes on only while somebody waits. */
function clock() {
  let now = 0;
  return {
    nowMs: () => now,
    wait: async (ms: number) => {
      now = Math.max(now, now + ms);
    },
  };
}

it('without a limit nobody waits', () => {
  expect(createThrottle(clock()).take(1e12, stop)).toBeNull();
});

it('so many bytes a second go, and not more', async () => {
  const time = clock();
  const throttle = createThrottle(time);
  throttle.limit(1000);
  let bytes = 0;
  while (time.nowMs() < 10_000) {
    await throttle.take(250, stop);
    bytes += 250;
  }
  expect(bytes).toBeGreaterThanOrEqual(10_000);
  expect(bytes).toBeLessThanOrEqual(10_500);
});

it('several share it: each waits for those before it', async () => {
  const asked: number[] = [];
  const throttle = createThrottle({ nowMs: () => 0, wait: async (ms) => void asked.push(ms) });
  throttle.limit(1000);
  for (let i = 0; i < 4; i++) await throttle.take(500, stop);
  expect(asked).toEqual([500, 1000, 1500]);
});

it('time in which nothing went is not saved up', async () => {
  let now = 0;
  const asked: number[] = [];
  const throttle = createThrottle({ nowMs: () => now, wait: async (ms) => void asked.push(ms) });
  throttle.limit(1000);
  now = 60_000;
  expect(throttle.take(1000, stop)).toBeNull();
  await throttle.take(1000, stop);
  expect(asked).toEqual([1000]);
});

it('a limit that is lifted holds nobody who comes then', () => {
  const throttle = createThrottle({ nowMs: () => 0, wait: async () => {} });
  throttle.limit(1);
  void throttle.take(1e6, stop);
  throttle.limit(null);
  expect(throttle.take(1e6, stop)).toBeNull();
  // Nor is what was promised before counted for a new one.
  throttle.limit(1000);
  expect(throttle.take(1, stop)).toBeNull();
});
