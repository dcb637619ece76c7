/** Bytes of a request that go out no faster than they may. */
import { Readable } from 'node:stream';
import type { Throttle } from './throttle.ts';

/** As few as a limit lets pass in a moment, so that a line is never silent for long. */
export const SLICE_BYTES = 65_536;

/** The very bytes, or a stream of them where a limit counts: it takes effect with the next request. */
export function slowBody(bytes: Buffer, throttle: Throttle, stop: AbortSignal): Buffer | Readable {
  return throttle.isLimited() && bytes.length > 0 ? Readable.from(slices(bytes, throttle, stop)) : bytes;
}

/** Copies: the buffer may be used for something else while the socket still holds what it was given. */
async function* slices(bytes: Buffer, throttle: Throttle, stop: AbortSignal) {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    const slice = Buffer.from(bytes.subarray(at, at + SLICE_BYTES));
    await throttle.take(slice.length, stop);
    yield slice;
  }
}
