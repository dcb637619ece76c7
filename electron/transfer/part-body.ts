/**
 * One part of a file as the body of a request, with its CRC-32: held in memory where it is small, else read twice, so
 * that an object of terabytes, whose parts are large, needs no more memory than any other.
 */
import { Readable } from 'node:stream';
import type { Buffers } from './buffers.ts';
import { crc32 } from './crc32.ts';
import type { Part } from './part-plan.ts';
import { SLICE_BYTES, slowBody } from './slow-body.ts';
import type { Throttle } from './throttle.ts';
import { readPart, type Upload } from './upload-file.ts';

const MOST_HELD_BYTES = 16 * 1_048_576;
const STRETCH_BYTES = 1_048_576;

type Source = Pick<Upload, 'handle' | 'file'>;

export interface PartBody {
  crc: number;
  /** Anew for each request. */
  body(): Buffer | Readable;
  /** The body is used no more. */
  done(): void;
}

export async function openPart(
  { buffers, throttle, stop }: { buffers: Buffers; throttle: Throttle; stop: AbortSignal },
  upload: Source,
  part: Part,
): Promise<PartBody> {
  return part.length <= MOST_HELD_BYTES
    ? held(buffers, upload, part, (bytes) => slowBody(bytes, throttle, stop))
    : {
        crc: await crcOf(buffers, upload, part),
        body: () => Readable.from(stretches(upload, part, (bytes) => throttle.take(bytes, stop))),
        done() {},
      };
}

async function held(
  buffers: Buffers,
  upload: Source,
  { start, length }: Part,
  bodyOf: (bytes: Buffer) => Buffer | Readable,
): Promise<PartBody> {
  const buffer = buffers.take(length);
  const done = () => buffers.giveBack(buffer);
  try {
    const bytes = await readPart(upload, buffer, start, length);
    return { crc: crc32(bytes), body: () => bodyOf(bytes), done };
  } catch (error) {
    done();
    throw error;
  }
}

async function crcOf(buffers: Buffers, upload: Source, { start, length }: Part): Promise<number> {
  const buffer = buffers.take(STRETCH_BYTES);
  try {
    let crc = 0;
    for (let at = 0; at < length; at += STRETCH_BYTES)
      crc = crc32(await readPart(upload, buffer, start + at, Math.min(STRETCH_BYTES, length - at)), crc);
    return crc;
  } finally {
    buffers.giveBack(buffer);
  }
}

/** The socket keeps what it was given until it is sent: each stretch has bytes of its own. */
async function* stretches(
  upload: Source,
  { start, length }: Part,
  take: (bytes: number) => Promise<void> | null,
) {
  for (let at = 0; at < length; at += STRETCH_BYTES) {
    const bytes = Math.min(STRETCH_BYTES, length - at);
    const stretch = await readPart(upload, Buffer.allocUnsafeSlow(bytes), start + at, bytes);
    for (let from = 0; from < bytes; from += SLICE_BYTES) {
      const slice = stretch.subarray(from, from + SLICE_BYTES);
      const waits = take(slice.length);
      if (waits) await waits;
      yield slice;
    }
  }
}
