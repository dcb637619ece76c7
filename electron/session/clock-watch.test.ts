import { describe, expect, it, vi } from 'vitest';
import { createClock } from '../lib/clock.ts';
import { createClockWatch } from './clock-watch.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** True time; the machine shows it minus its error. */
const TRUE = Date.parse('2026-10-02T12:00:00Z');

type Remembered = { errorMs: number; measuredAt: number } | null;

function house(errorMs: number, remembered: Remembered = null) {
  let machine = TRUE - errorMs;
  let steady = 5000;
  const clock = createClock(
    () => machine,
    () => steady,
  );
  let kept = remembered;
  const changed = vi.fn();
  const write = vi.fn((next: NonNullable<Remembered>) => (kept = next));
  const watch = createClockWatch({ clock, remembered: { read: () => kept, write }, changed });
  return {
    clock,
    watch,
    changed,
    write,
    /** Both clocks go on. */
    pass: (ms: number) => {
      machine += ms;
      steady += ms;
    },
    /** Only the machine's clock does: it was set. */
    set: (byMs: number) => {
      machine += byMs;
    },
    kept: () => kept,
  };
}

describe.each([
  ['6 minutes behind', 6 * MINUTE],
  ['6 minutes ahead', -6 * MINUTE],
  ['24 hours behind', DAY],
  ['24 hours ahead', -DAY],
])('a clock that is %s', (words, errorMs) => {
  it('shows true time after the first answer of AWS, and is said', () => {
    const { clock, watch, kept } = house(errorMs);
    expect(watch.notice()).toBeNull();
    watch.learn({ aheadMs: errorMs, roughMs: 500 });
    expect(clock.now()).toBe(TRUE);
    expect(clock.offsetMs()).toBe(errorMs);
    expect(watch.notice()?.failure).toEqual({ code: 'clock-wrong', retry: 'never', subject: words });
    expect(kept()).toEqual({ errorMs, measuredAt: TRUE });
  });

  it('rings an alarm at the true time', () => {
    const { clock, watch, pass } = house(errorMs);
    watch.learn({ aheadMs: errorMs, roughMs: 500 });
    const ring = vi.fn();
    clock.alarm(TRUE + MINUTE, ring);
    pass(MINUTE - 1);
    clock.recheck();
    expect(ring).not.toHaveBeenCalled();
    pass(1);
    clock.recheck();
    expect(ring).toHaveBeenCalledOnce();
  });

  it('is right again as soon as somebody sets it, before any other answer', () => {
    const { clock, watch, pass, set } = house(errorMs);
    watch.learn({ aheadMs: errorMs, roughMs: 500 });
    pass(1000);
    set(errorMs);
    expect(clock.now()).toBe(TRUE + 1000);
    expect(watch.notice()).toBeNull();
  });

  it('is known after a restart', () => {
    const { clock, watch } = house(errorMs, { errorMs, measuredAt: TRUE - 1000 });
    expect(clock.now()).toBe(TRUE);
    expect(watch.notice()).not.toBeNull();
  });
});

it('what was remembered of a clock that was set back meanwhile is not believed', () => {
  const { clock } = house(0, { errorMs: -DAY, measuredAt: TRUE - 1000 });
  expect(clock.now()).toBe(TRUE);
});

it('sleep is no error: the machine’s clock went on, the steady one may not have', () => {
  const { clock, watch, set } = house(6 * MINUTE);
  watch.learn({ aheadMs: 6 * MINUTE, roughMs: 500 });
  set(8 * 60 * MINUTE);
  expect(clock.now()).toBe(TRUE + 8 * 60 * MINUTE);
});

it('the roughness of measuring moves nothing and writes nothing', () => {
  const { clock, watch, write, changed } = house(0);
  for (const aheadMs of [900, -1200, 300]) watch.learn({ aheadMs, roughMs: 600 });
  expect(clock.now()).toBe(TRUE);
  expect(clock.measured()).toBe(true);
  expect(write).not.toHaveBeenCalled();
  expect(changed).not.toHaveBeenCalled();
});

it('less than five minutes are mended and not said', () => {
  const { clock, watch } = house(4 * MINUTE);
  watch.learn({ aheadMs: 4 * MINUTE, roughMs: 500 });
  expect(clock.now()).toBe(TRUE);
  expect(watch.notice()).toBeNull();
});

it('a notice stays away once dismissed, until the error is another one', () => {
  const { watch } = house(6 * MINUTE);
  watch.learn({ aheadMs: 6 * MINUTE, roughMs: 500 });
  watch.dismiss();
  watch.learn({ aheadMs: 6 * MINUTE + 700, roughMs: 500 });
  expect(watch.notice()).toBeNull();
  watch.learn({ aheadMs: 9 * MINUTE, roughMs: 500 });
  expect(watch.notice()?.failure.subject).toBe('9 minutes behind');
});

it('what tests move is no error', () => {
  const { clock, watch } = house(0);
  clock.move(DAY);
  watch.learn({ aheadMs: DAY, roughMs: 500 });
  expect(clock.now()).toBe(TRUE + DAY);
  expect(watch.notice()).toBeNull();
  watch.learn({ aheadMs: DAY + 6 * MINUTE, roughMs: 500 });
  expect(clock.now()).toBe(TRUE + DAY + 6 * MINUTE);
});
