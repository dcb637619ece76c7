/** How far a transfer is, counted as it goes: files, bytes, speed, the first failures. Pure. */
import type { Failure } from '../contract/failure.ts';
import { MOST_FILE_FAILURES, type Renamed, type TransferProgress } from '../contract/transfer.ts';

export interface Tally {
  found(bytes: number): void;
  /** The total was told wrong by so many bytes. */
  resized(bytes: number): void;
  counted(): void;
  done(): void;
  skipped(bytes: number): void;
  failed(name: string, failure: Failure): void;
  renamed(name: string, as: string): void;
  moved(bytes: number): void;
  /** All but id and state. */
  read(): Omit<TransferProgress, 'id' | 'state' | 'taken'>;
}

/** The speed is that of the last few seconds. */
const WINDOW_MS = 5000;
const STEP_MS = 250;

export function createTally(nowMs: () => number): Tally {
  const files = { found: 0, counted: false, done: 0, skipped: 0, failed: 0 };
  const failures: TransferProgress['failures'] = [];
  const firstRenamed: Renamed['first'] = [];
  let renamed = 0;
  let doneBytes = 0;
  let totalBytes = 0;
  let marks: { at: number; bytes: number }[] = [];

  const mark = () => {
    const at = nowMs();
    if (at - (marks.at(-1)?.at ?? Number.NEGATIVE_INFINITY) < STEP_MS) return;
    marks = marks.filter((one) => at - one.at <= WINDOW_MS);
    marks.push({ at, bytes: doneBytes });
  };
  const speed = () => {
    const at = nowMs();
    const [first] = marks.filter((one) => at - one.at <= WINDOW_MS);
    if (!first || at - first.at < STEP_MS) return 0;
    return Math.max(0, ((doneBytes - first.bytes) * 1000) / (at - first.at));
  };
  return {
    found(bytes) {
      files.found++;
      totalBytes += bytes;
    },
    resized(bytes) {
      totalBytes += bytes;
    },
    counted() {
      files.counted = true;
    },
    done() {
      files.done++;
    },
    skipped(bytes) {
      files.skipped++;
      totalBytes -= bytes;
    },
    failed(name, failure) {
      files.failed++;
      if (failures.length < MOST_FILE_FAILURES) failures.push({ name: name.slice(0, 4096), failure });
    },
    renamed(name, as) {
      renamed++;
      if (firstRenamed.length < MOST_FILE_FAILURES) firstRenamed.push({ name: name.slice(0, 4096), as });
    },
    moved(bytes) {
      mark();
      doneBytes = Math.max(0, doneBytes + bytes);
    },
    read: () => ({
      files: { ...files },
      doneBytes,
      totalBytes: Math.max(totalBytes, doneBytes),
      bytesPerSecond: speed(),
      failures: [...failures],
      renamed: { count: renamed, first: [...firstRenamed] },
    }),
  };
}
