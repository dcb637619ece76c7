/**
 * Keeps this machine's clock honest against AWS's: mends the app's clock by what answers show, remembers the
 * error over a restart, and says so when it is large. Knows no session and no service.
 */
import type { NoticeView } from '../contract/snapshot.ts';
import { offWords } from '../contract/time.ts';
import type { AppClock } from '../lib/clock.ts';
import { differs, type TellServerTime } from '../lib/server-time.ts';

export interface ClockWatch {
  learn: TellServerTime;
  notice(): NoticeView | null;
  dismiss(): void;
}

interface Remembered {
  errorMs: number;
  /** True time, epoch ms. */
  measuredAt: number;
}

interface Parts {
  clock: Pick<AppClock, 'now' | 'localNow' | 'movedMs' | 'errorMs' | 'mend'>;
  remembered: { read: () => Remembered | null; write: (error: Remembered) => void };
  changed: () => void;
}

/** AWS refuses signatures that are 15 minutes off, and answers of a company that are 5; smaller ones harm nobody. */
const WORTH_SAYING_MS = 5 * 60_000;

export function createClockWatch({ clock, remembered, changed }: Parts): ClockWatch {
  let dismissed = false;
  const before = remembered.read();
  // Time never goes back: a clock that would show less than was true already has been set meanwhile.
  if (before && before.errorMs !== 0 && clock.localNow() + before.errorMs >= before.measuredAt)
    clock.mend(before.errorMs);

  return {
    learn(time) {
      if (!differs(time, clock.errorMs() + clock.movedMs())) return;
      // Within what can be measured at all, the machine's clock is right.
      const errorMs = differs(time, clock.movedMs()) ? time.aheadMs - clock.movedMs() : 0;
      dismissed = false;
      clock.mend(errorMs);
      remembered.write({ errorMs, measuredAt: clock.now() });
      changed();
    },
    notice() {
      const errorMs = clock.errorMs();
      if (dismissed || Math.abs(errorMs) < WORTH_SAYING_MS) return null;
      return {
        id: 'clock-wrong',
        failure: { code: 'clock-wrong', retry: 'never', subject: offWords(errorMs) },
      };
    },
    dismiss() {
      dismissed = true;
    },
  };
}
