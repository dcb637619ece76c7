/**
 * The body of an answer → a file, in few large writes: a write a chunk of the socket would cost more than all else.
 * The next stretch comes in while the one before is written.
 */
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { eachChunk } from '../network/reads/each-chunk.ts';
import type { Buffers } from './buffers.ts';

/** Bytes of one write. Two such buffers are used for each body under way. */
const STRETCH_BYTES = 1_048_576;

export interface Receiving {
  /** Bytes that will come. */
  expected: number;
  buffers: Buffers;
  /** Called one after the other, in order; the bytes are its own until it resolves. */
  save: (bytes: Buffer) => Promise<void>;
  /** Resolves when the next may come; null: at once. */
  slow: (bytes: number) => Promise<void> | null;
  /** So many bytes came, and are not saved yet. */
  came: (bytes: number) => void;
}

/** Resolves when all that came is saved; rejects with what the body or `save` did. */
export async function receive(body: Readable, receiving: Receiving): Promise<void> {
  const { expected, buffers, save, slow, came } = receiving;
  const most = Math.min(STRETCH_BYTES, expected);
  let stretch: Buffer | null = null;
  let filled = 0;
  let saving: { done: Promise<void>; buffer: Buffer } | null = null;

  const settle = async () => {
    const last = saving;
    saving = null;
    if (!last) return;
    try {
      await last.done;
    } finally {
      buffers.giveBack(last.buffer);
    }
  };
  const flush = async () => {
    await settle();
    if (!stretch || filled === 0) return;
    const done = save(stretch.subarray(0, filled));
    // Told when it is waited for.
    done.catch(() => {});
    saving = { done, buffer: stretch };
    stretch = null;
    filled = 0;
  };
  /** Null: nothing was to be waited for, as for most chunks. */
  const keep = (chunk: Buffer): Promise<unknown> | null => {
    stretch ??= buffers.take(most);
    const bytes = chunk.copy(stretch, filled);
    filled += bytes;
    if (filled < most) return null;
    const rest = chunk.subarray(bytes);
    return flush().then(() => (rest.length > 0 ? keep(rest) : null));
  };
  try {
    await eachChunk(body, (chunk) => {
      came(chunk.length);
      const waits = slow(chunk.length);
      if (waits) return waits.then(() => keep(chunk));
      return keep(chunk);
    });
    await flush();
    await settle();
  } catch (error) {
    await settle().catch(() => {});
    throw error;
  } finally {
    if (stretch) buffers.giveBack(stretch);
  }
}

export async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
}
