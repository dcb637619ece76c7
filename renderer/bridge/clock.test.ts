import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createScreenClock } from './clock.ts';

let monotonic: number;
let hidden: boolean;
let changed: () => void;
const clock = () =>
  createScreenClock(
    {
      get hidden() {
        return hidden;
      },
      addEventListener: (_, listener) => {
        changed = listener;
      },
    },
    () => monotonic,
  );

beforeEach(() => {
  vi.useFakeTimers();
  monotonic = 500;
  hidden = false;
});
afterEach(() => vi.useRealTimers());

test('it counts on from main’s time', () => {
  const screen = clock();
  screen.sync(1_000_000);
  monotonic += 250;
  expect(screen.now()).toBe(1_000_250);
  expect(screen.ticked()).toBe(1_000_000);
});

test('one tick a second for all, none without listeners', () => {
  const screen = clock();
  const first = vi.fn();
  const away = screen.onTick(first);
  screen.onTick(vi.fn())();
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(3000);
  expect(first).toHaveBeenCalledTimes(3);
  away();
  expect(vi.getTimerCount()).toBe(0);
});

test('it stops while the document is hidden and ticks at once when it is back', () => {
  const screen = clock();
  const listener = vi.fn();
  screen.onTick(listener);
  hidden = true;
  changed();
  expect(vi.getTimerCount()).toBe(0);
  hidden = false;
  changed();
  expect(listener).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(1);
});
