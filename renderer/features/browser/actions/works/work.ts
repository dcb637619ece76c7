/** One piece of work that goes on in the S3 process, as the window knows it. Pure. */
import type { Failure } from '../../../../../electron/contract/failure.ts';
import {
  MOST_FAILURES,
  MOST_TARGETS,
  type WorkFailure,
  type WorkProgress,
  type WorkTask,
} from '../../../../../electron/contract/s3-work.ts';

/** What a person ordered; the words follow it. */
export type WorkKind =
  | 'delete'
  | 'undelete'
  | 'abandon'
  | 'rename'
  | 'copyTo'
  | 'moveTo'
  | 'makePresent'
  | 'newFolder'
  | 'editTags'
  | 'editHeaders'
  | 'restore';

export interface WorkOrder {
  kind: WorkKind;
  pass: string;
  bucket: string;
  task: WorkTask;
  /** What was typed to confirm, where a guarded pass asked for it. */
  typed: string | null;
}

export type WorkEnd =
  | { kind: 'done' | 'stopped' | 'tooManyFailures' }
  /** The whole of it was refused, or cut off in the middle. */
  | { kind: 'failed'; failure: Failure }
  /** The S3 process is gone: what it did after its last word is not known. */
  | { kind: 'lost' };

export interface Work extends WorkOrder {
  id: number;
  progress: Omit<WorkProgress, 'failures' | 'undo'>;
  failures: readonly WorkFailure[];
  /** Delete markers that were put. */
  undo: readonly { key: string; version: string }[];
  /** Not begun: as many as the S3 process takes at once are going on. */
  waiting: boolean;
  /** A person pressed *Stop*; the answer to that is not there yet. */
  stopping: boolean;
  end: WorkEnd | null;
}

export function beginWork(id: number, order: WorkOrder): Work {
  return {
    ...order,
    id,
    progress: {
      found: 0,
      counted: false,
      done: 0,
      doneBytes: 0,
      skipped: 0,
      failed: 0,
      throttled: false,
    },
    failures: [],
    undo: [],
    waiting: true,
    stopping: false,
    end: null,
  };
}

/** Counts are of everything so far; failures and markers come once each. */
export function takeProgress(work: Work, { failures, undo, ...progress }: WorkProgress): Work {
  return {
    ...work,
    progress,
    failures: joined(work.failures, failures, MOST_FAILURES + 1),
    undo: joined(work.undo, undo, MOST_TARGETS),
  };
}

function joined<T>(before: readonly T[], fresh: readonly T[], most: number): readonly T[] {
  return fresh.length === 0 ? before : [...before, ...fresh].slice(0, most);
}

/** How many were taken in hand, whatever became of them. */
export const settled = ({ progress: { done, skipped, failed } }: Work) => done + skipped + failed;
