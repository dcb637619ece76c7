// Objects of any size that repeat one piece: each range is made by itself, nothing is kept but the piece.

import { createHash } from 'node:crypto';
import type { DemoObject, Named } from './object.ts';
import { PIECE_BYTES } from './pieces.ts';

/** `start`, then `piece` so many times, then `end`. */
export interface Repeated {
  start: Buffer;
  piece: Buffer;
  times: number;
  end: Buffer;
}

export function repeatedObject(named: Named & { contentType: string }, parts: Repeated): DemoObject {
  const sizeBytes = parts.start.length + parts.piece.length * parts.times + parts.end.length;
  const hash = createHash('md5').update(parts.start).update(parts.piece).update(parts.end).digest('hex');
  return {
    storageClass: 'STANDARD',
    ...named,
    sizeBytes,
    // In the form of a multipart upload's, which no client takes for an MD5.
    etag: `"${hash}-2"`,
    read: (from, to) => bytesOf(parts, sizeBytes, from, to),
  };
}

function* bytesOf({ start, piece, end }: Repeated, sizeBytes: number, from: number, to: number) {
  const endAt = sizeBytes - end.length;
  // A whole number of pieces at a time, as many as one answer's piece holds.
  const many = Buffer.concat(Array(Math.max(1, Math.floor(PIECE_BYTES / piece.length))).fill(piece));
  for (let at = from; at < to; ) {
    const some =
      at < start.length
        ? start.subarray(at)
        : at < endAt
          ? many.subarray((at - start.length) % piece.length).subarray(0, endAt - at)
          : end.subarray(at - endAt);
    const sent = some.subarray(0, Math.min(PIECE_BYTES, to - at));
    yield Buffer.from(sent);
    at += sent.length;
  }
}
