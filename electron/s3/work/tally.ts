/** What a task has done so far, told at most ten times a second: counts of everything, failures and undo once each. */
import type { Failure } from '../../contract/failure.ts';
import { MOST_FAILURES, MOST_TARGETS, type Target, type WorkProgress } from '../../contract/s3-work.ts';

export type Ended = 'done' | 'stopped' | 'tooManyFailures' | null;
export type Marker = WorkProgress['undo'][number];

export interface Tally {
  found(objects: number): void;
  counted(): void;
  done(bytes: number, marker?: Marker): void;
  skipped(): void;
  failed(target: Target, failure: Failure): void;
  failures(): number;
  /** Nothing is left to do. */
  isWhole(): boolean;
  /** Says the last of it, in several answers when it is much. */
  end(ended: NonNullable<Ended>): void;
}

const TELL_EVERY_MS = 100;

export function createTally(
  isThrottled: () => boolean,
  tell: (progress: WorkProgress, ended: Ended) => void,
): Tally {
  const sum = { found: 0, counted: false, done: 0, doneBytes: 0, skipped: 0, failed: 0 };
  const failures: WorkProgress['failures'] = [];
  const undo: Marker[] = [];
  let failuresKept = 0;
  let undoKept = 0;
  let told = '';

  const take = (ended: Ended) => {
    const progress = { ...sum, throttled: isThrottled() };
    const now = JSON.stringify(progress);
    if (ended === null && now === told) return;
    told = now;
    const fresh = { failures: failures.splice(0, MOST_FAILURES), undo: undo.splice(0, MOST_FAILURES) };
    tell({ ...progress, ...fresh }, ended);
  };
  const ticking = setInterval(() => take(null), TELL_EVERY_MS);
  return {
    found(objects) {
      sum.found += objects;
    },
    counted() {
      sum.counted = true;
    },
    done(bytes, marker) {
      sum.done++;
      sum.doneBytes += bytes;
      if (marker && undoKept < MOST_TARGETS) {
        undoKept++;
        undo.push(marker);
      }
    },
    skipped() {
      sum.skipped++;
    },
    failed(target, failure) {
      sum.failed++;
      if (failuresKept === MOST_FAILURES) return;
      failuresKept++;
      failures.push({ target, failure });
    },
    failures: () => sum.failed,
    isWhole: () => sum.counted && sum.done + sum.skipped + sum.failed === sum.found,
    end(ended) {
      clearInterval(ticking);
      while (undo.length > MOST_FAILURES) {
        told = '';
        take(null);
      }
      take(ended);
    },
  };
}
