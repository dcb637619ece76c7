import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClock } from './clock.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the clock', () => {
  it('rings alarms in the order of their times', () => {
    const clock = createClock();
    const rung: string[] = [];
    clock.alarm(clock.now() + 2000, () => rung.push('second'));
    clock.alarm(clock.now() + 1000, () => rung.push('first'));
    vi.advanceTimersByTime(2000);
    expect(rung).toEqual(['first', 'second']);
  });

  it('arms exactly one timer however many alarms there are', () => {
    const clock = createClock();
    for (let i = 1; i <= 20; i++) clock.alarm(clock.now() + i * 1000, () => {});
    expect(vi.getTimerCount()).toBe(1);
  });

  it('arms no timer when nothing is due any more', () => {
    const clock = createClock();
    const callOff = clock.alarm(clock.now() + 1000, () => {});
    callOff();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('rings what became due when it is moved', () => {
    const clock = createClock();
    const ring = vi.fn();
    clock.alarm(clock.now() + 60_000, ring);
    clock.move(59_999);
    expect(ring).not.toHaveBeenCalled();
    clock.move(1);
    expect(ring).toHaveBeenCalledOnce();
    expect(clock.offsetMs()).toBe(60_000);
  });

  it('notices within a minute that the system’s time was set', () => {
    const clock = createClock();
    const ring = vi.fn();
    clock.alarm(clock.now() + 3_600_000, ring);
    vi.setSystemTime(Date.now() + 7_200_000);
    vi.advanceTimersByTime(60_000);
    expect(ring).toHaveBeenCalledOnce();
  });

  it('waits longer than 24 days without ringing early', () => {
    const clock = createClock();
    const ring = vi.fn();
    clock.alarm(clock.now() + 30 * 86_400_000, ring);
    vi.advanceTimersByTime(25 * 86_400_000);
    expect(ring).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5 * 86_400_000);
    expect(ring).toHaveBeenCalledOnce();
  });
});
