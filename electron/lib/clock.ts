/**
 * The app's one clock: the only file of the app that reads the time. It arms one timer for the earliest
 * of its alarms, so an idle Daypass wakes up only when something is due.
 */

/** `setTimeout` takes a signed 32-bit number of ms (about 24 days); longer waits are armed again. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** For lengths only, such as how often to report: ms since some moment, never back. */
export const monotonicMs = (): number => performance.now();

/** This machine's own clock, right or wrong, epoch ms: for measuring it against others. */
export const machineNow = (): number => Date.now();

export interface Clock {
  /** Epoch ms: this machine's clock, mended by what AWS's answers showed of its error. */
  now(): number;
  /** Epoch ms by this machine's clock alone: for lengths that a mended error must not shorten. */
  localNow(): number;
  /** Calls `ring` once at or after `at` (epoch ms); answers the way to call it off. */
  alarm(at: number, ring: () => void): () => void;
}

export interface AppClock extends Clock {
  /** How far this clock is from the machine's, in ms. */
  offsetMs(): number;
  /** How far tests have moved it; 0 outside tests. */
  movedMs(): number;
  /** How far the machine's clock is behind AWS's (negative: ahead), as measured; 0 when not known. */
  errorMs(): number;
  /** Mends the clock; alarms that are due by the mended one ring before this returns. */
  mend(errorMs: number): void;
  /** Moves the clock by `ms`; alarms that are due ring before this returns. Tests only. */
  move(ms: number): void;
  /** Looks again which alarms are due: after sleep or a change of the system's time. */
  recheck(): void;
}

/** Less is drift between two clocks of one machine. */
const JUMP_MS = 30_000;

interface Alarm {
  at: number;
  ring: () => void;
}

export function createClock(
  systemNow: () => number = Date.now,
  steadyNow: () => number = monotonicMs,
): AppClock {
  const alarms = new Set<Alarm>();
  let moved = 0;
  let error = 0;
  let lastGap = systemNow() - steadyNow();
  let timer: NodeJS.Timeout | undefined;
  const localNow = () => systemNow() + moved;
  /**
   * The machine's clock was set: what had been mended is no error any more. A jump forwards may also be sleep,
   * so it counts only when it is as long as the error; time never goes back by itself.
   */
  const noticeJump = () => {
    const gap = systemNow() - steadyNow();
    const jump = gap - lastGap;
    lastGap = gap;
    if (error === 0 || Math.abs(jump) < JUMP_MS) return;
    if (jump < 0 || Math.abs(error - jump) < JUMP_MS) error -= jump;
    if (Math.abs(error) < JUMP_MS) error = 0;
  };
  const now = () => {
    noticeJump();
    return localNow() + error;
  };

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
    localNow,
    offsetMs: () => moved + error,
    movedMs: () => moved,
    errorMs: () => error,
    mend(errorMs) {
      error = errorMs;
      recheck();
    },
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
      moved += ms;
      recheck();
    },
  };
}
