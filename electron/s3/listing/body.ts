/** Takes the whole body of an answer into memory, up to a limit, and lends it: the memory is used again. */
import type { Readable } from 'node:stream';
import { eachChunk } from '../../network/reads/each-chunk.ts';
import { garbled } from './garbled.ts';

const USUAL_BYTES = 524_288;
const MOST_KEPT = 64;
const kept: Buffer[] = [];

/** `read` may look at the bytes until it returns. */
export async function withBody<T>(
  body: Readable,
  mostBytes: number,
  read: (bytes: Uint8Array) => T,
): Promise<T> {
  let buffer = kept.pop() ?? Buffer.allocUnsafeSlow(USUAL_BYTES);
  let length = 0;
  try {
    await eachChunk(body, (chunk) => {
      if (length + chunk.length > mostBytes) throw garbled(`an answer of more than ${mostBytes} bytes`);
      if (length + chunk.length > buffer.length) buffer = longer(buffer, length, length + chunk.length);
      buffer.set(chunk, length);
      length += chunk.length;
      return null;
    });
    return read(buffer.subarray(0, length));
  } finally {
    body.destroy();
    if (buffer.length <= 2 * USUAL_BYTES && kept.length < MOST_KEPT) kept.push(buffer);
  }
}

function longer(buffer: Buffer, used: number, wanted: number): Buffer {
  const grown = Buffer.allocUnsafeSlow(Math.max(wanted, 2 * buffer.length));
  grown.set(buffer.subarray(0, used));
  return grown;
}
