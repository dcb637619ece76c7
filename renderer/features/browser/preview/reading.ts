/**
 * The beginning of one object, read piece by piece as it is wanted. What was read stays when a later piece fails, and
 * pieces of different contents are never put together. Knows no component and no words.
 */
import type { Failure } from '../../../../electron/contract/failure.ts';
import type { S3Answer } from '../../../../electron/contract/s3-port.ts';
import type { S3Call, S3Client } from '../../../bridge/s3-port.ts';
import { MOST_BYTES } from './limits.ts';

export interface ReadObject {
  pass: string;
  bucket: string;
  key: string;
  /** Null: the present one. */
  version: string | null;
}

export interface ReadState {
  /** From the first byte on; null before the first answer. */
  bytes: Uint8Array<ArrayBuffer> | null;
  /** Of the whole object. */
  totalBytes: number | null;
  etag: string | null;
  asking: boolean;
  failure: Failure | null;
}

export interface Reading {
  current(): ReadState;
  subscribe(listener: () => void): () => void;
  /** So many bytes are wanted in all; `etag`: of that content, where it is known. */
  readTo(bytes: number, etag?: string | null): void;
  /** From the start, whatever content is there now. */
  anew(bytes: number): void;
  /** Takes back what is being asked. */
  stop(): void;
}

const nothing: ReadState = { bytes: null, totalBytes: null, etag: null, asking: false, failure: null };

export function createReading(s3: S3Client, object: ReadObject): Reading {
  let state = nothing;
  let call: S3Call | null = null;
  const listeners = new Set<() => void>();

  function update(part: Partial<ReadState>) {
    state = { ...state, ...part };
    for (const listener of [...listeners]) listener();
  }
  function take(answer: S3Answer) {
    call = null;
    if (answer.kind === 'failed') return update({ asking: false, failure: answer.failure });
    if (answer.kind !== 'bytes')
      return update({ asking: false, failure: { code: 's3-answer-garbled', retry: 'now' } });
    const { totalBytes, etag } = answer;
    update({ asking: false, failure: null, bytes: joined(state.bytes, answer.bytes), totalBytes, etag });
  }
  function ask(from: number, length: number, etag: string | null, mayRestart: boolean) {
    call = s3.start(
      { op: 'bytes', ...object, from, length, etag },
      {
        answer: take,
        lost() {
          call = null;
          if (mayRestart) ask(from, length, etag, false);
          else update({ asking: false, failure: { code: 's3-process-died', retry: 'now' } });
        },
      },
    );
  }
  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    readTo(bytes, etag = null) {
      const from = state.bytes?.length ?? 0;
      const to = Math.min(bytes, state.totalBytes ?? MOST_BYTES, MOST_BYTES);
      if (state.asking || to <= from) return;
      update({ asking: true, failure: null });
      ask(from, to - from, state.etag ?? etag, true);
    },
    anew(bytes) {
      this.stop();
      update(nothing);
      this.readTo(bytes);
    },
    stop() {
      call?.stop();
      call = null;
      if (state.asking) update({ asking: false });
    },
  };
}

function joined(
  before: Uint8Array<ArrayBuffer> | null,
  more: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  if (before === null) return more;
  const all = new Uint8Array(before.length + more.length);
  all.set(before);
  all.set(more, before.length);
  return all;
}
