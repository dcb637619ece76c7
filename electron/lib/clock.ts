/**
 * The app's one clock: the only file of the app that reads the time. It arms one timer for the earliest
 * of its alarms, so an idle Daypass wakes up only when something is due.
 */

/**
 * Longer waits are armed again: a timer counts on when the system's time is set, so this is how late that is
 * noticed. The words in the tray change once a minute as well.
 */
const LONGEST_TIMER_MS = 60_000;

/** For lengths only, such as how often to report: ms since some moment, never back. */
export const monotonicMs = (): number => performance.now();

export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Calls `ring` once at or after `at` (epoch ms); answers the way to call it off. */
  alarm(at: number, ring: () => void): () => void;
}

export interface AppClock extends Clock {
  /** How far this clock is from the machine's, in ms; 0 outside tests. */
  offsetMs(): number;
  /** Moves the clock by `ms`; alarms that are due ring before this returns. Tests only. */
  move(ms: number): void;
  /** Looks again which alarms are due: after sleep or a change of the system's time. */
  recheck(): void;
}

interface Alarm {
  at: number;
  ring: () => void;
}

export function createClock(systemNow: () => number = Date.now): AppClock {
  const alarms = new Set<Alarm>();
  let offset = 0;
  let timer: NodeJS.Timeout | undefined;
  const now = () => systemNow() + offset;

  function arm(): void {
    clearTimeout(timer);
    timer = undefined;
    if (alarms.size === 0) return;
    const earliest = Math.min(...[...alarms].map((alarm) => alarm.at));
    timer = setTimeout(recheck, Math.min(LONGEST_TIMER_MS, Math.max(0, earliest - now())));
  }

  function recheck(): void {
    const due = [...alarms].filter((alarm) => alarm.at <= now()).sort((a, b) => a.at - b.at);
    for (const alarm of due) alarms.delete(alarm);
    for (const alarm of due) alarm.ring();
    arm();
  }

  return {
    now,
    offsetMs: () => offset,
    recheck,
    alarm(at, ring) {
      const alarm = { at, ring };
      alarms.add(alarm);
      arm();
      return () => {
        if (alarms.delete(alarm)) arm();
      };
    },
    move(ms) {
      offset += ms;
      recheck();
    },
  };
}
