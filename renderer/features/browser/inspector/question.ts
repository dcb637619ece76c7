/**
 * One thing asked of S3 and what is known of it. It is asked while somebody wants it and only once; what was told
 * stays while it is asked anew, and when that fails. Knows no component and no words.
 */
import type { Failure } from '../../../../electron/contract/failure.ts';
import type { S3Answer } from '../../../../electron/contract/s3-port.ts';
import type { S3Call, S3Client, S3Start } from '../../../bridge/s3-port.ts';

export interface Known<T> {
  asking: boolean;
  /** `at`: when it was told, epoch ms. */
  told: { value: T; at: number } | null;
  /** Why the newest asking told nothing. */
  failed: { failure: Failure; at: number } | null;
}

export interface Question<T> {
  current(): Known<T>;
  subscribe(listener: () => void): () => void;
  /** Asks, unless it is known or being asked. Answers how to take the wish back: what nobody wants is stopped. */
  want(): () => void;
  /** Asks whether or not it is known; for what comes in pages: the next one. */
  ask(): void;
  /** What was told may not be true any more: asked anew while somebody wants it, else forgotten. */
  renew(): void;
}

export interface Asking<T> {
  /** `told`: what is known already, where it comes in pages. */
  start(told: T | null): S3Start;
  /** Null when this is no answer to what was asked. */
  take(answer: S3Answer, told: T | null): T | null;
}

const unknown = { asking: false, told: null, failed: null };

export function createQuestion<T>(s3: S3Client, now: () => number, how: Asking<T>): Question<T> {
  let known: Known<T> = unknown;
  let call: S3Call | null = null;
  let wanted = 0;
  const listeners = new Set<() => void>();

  function update(part: Partial<Known<T>>) {
    known = { ...known, ...part };
    for (const listener of [...listeners]) listener();
  }
  function fail(failure: Failure) {
    call = null;
    update({ asking: false, failed: { failure, at: now() } });
  }
  /** `before`: what the answer is added to. `mayRestart`: a second death is not answered by a third try. */
  function start(before: T | null, mayRestart = true) {
    update({ asking: true });
    call = s3.start(how.start(before), {
      answer(answer) {
        if (answer.kind === 'failed') return fail(answer.failure);
        const value = how.take(answer, before);
        if (value === null) return fail({ code: 's3-answer-garbled', retry: 'now' });
        call = null;
        update({ asking: false, told: { value, at: now() }, failed: null });
      },
      lost() {
        if (mayRestart) start(before, false);
        else fail({ code: 's3-process-died', retry: 'now' });
      },
    });
  }
  function stop() {
    call?.stop();
    call = null;
    if (known.asking) update({ asking: false });
  }

  return {
    current: () => known,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    want() {
      wanted++;
      const failed = known.failed !== null && known.failed.failure.retry !== 'now';
      if (!known.asking && !known.told && !failed) start(null);
      let released = false;
      return () => {
        if (released) return;
        released = true;
        wanted--;
        if (wanted === 0) stop();
      };
    },
    ask() {
      if (!known.asking) start(known.told?.value ?? null);
    },
    renew() {
      stop();
      if (wanted > 0) start(null);
      else update(unknown);
    },
  };
}
