/**
 * Files whose name is taken while nobody has said what becomes of such: held back, so that all others go on, and asked
 * about once. Pure.
 */
import type { ConflictAnswer, ConflictPolicy } from '../contract/transfer.ts';

/** More than so many would only fill the memory: the transfer waits then. */
const MOST_HELD = 10_000;
const MOST_NAMES = 100;

interface HeldFile {
  name: string;
  bytes: number;
  /** Does it once more, by what was answered. */
  again: () => Promise<void>;
}

export interface Held {
  /** Null: to be held. */
  policy(): ConflictAnswer | null;
  /** Resolves at once, or when there is room again. Rejects when `stop` is aborted. */
  hold(file: HeldFile, stop: AbortSignal): Promise<void>;
  answer(policy: ConflictAnswer): void;
  /** Resolves when the person has answered. Rejects when `stop` is aborted. */
  answered(stop: AbortSignal): Promise<void>;
  /** All that are held, which are held no more. */
  take(): HeldFile[];
  count(): number;
  /** The first of them. */
  names(): string[];
  /** Nothing more can be done before the person answers. */
  isFull(): boolean;
}

export function createHeld(conflict: ConflictPolicy, answeredBefore: ConflictAnswer | null): Held {
  let policy = answeredBefore ?? (conflict === 'ask' ? null : conflict);
  let files: HeldFile[] = [];
  let waiters: (() => void)[] = [];

  const answered = (stop: AbortSignal): Promise<void> => {
    if (stop.aborted) return Promise.reject(stop.reason);
    if (policy !== null) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const onStop = () => reject(stop.reason);
      stop.addEventListener('abort', onStop, { once: true });
      waiters.push(() => {
        stop.removeEventListener('abort', onStop);
        resolve();
      });
    });
  };
  return {
    policy: () => policy,
    answered,
    async hold(file, stop) {
      files.push(file);
      if (files.length >= MOST_HELD) await answered(stop);
    },
    answer(now) {
      policy = now;
      const told = waiters;
      waiters = [];
      for (const tell of told) tell();
    },
    take() {
      const taken = files;
      files = [];
      return taken;
    },
    count: () => files.length,
    names: () => files.slice(0, MOST_NAMES).map(({ name }) => name),
    isFull: () => files.length >= MOST_HELD,
  };
}
