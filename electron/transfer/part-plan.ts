/**
 * How an object is cut into parts. Pure. Source: Amazon S3 User Guide, "Multipart upload limits": 1 to 10,000 parts,
 * each 5 MiB to 5 GiB but for the last.
 */

const MIB = 1_048_576;
export const SMALLEST_PART_BYTES = 8 * MIB;
const MOST_PARTS = 10_000;
/** A file up to this size is one request. */
export const WHOLE_BYTES = 8 * MIB;
/** Up to this size many files go at once, and each is in memory whole. */
export const SMALL_BYTES = MIB;

export interface Part {
  /** From 1, as S3 counts. */
  number: number;
  start: number;
  /** Bytes. */
  length: number;
}

/** 8 MiB, and whole mebibytes more for what would not fit into 10,000 of those. */
export function partBytesOf(sizeBytes: number): number {
  const least = Math.ceil(sizeBytes / MOST_PARTS / MIB) * MIB;
  return Math.max(SMALLEST_PART_BYTES, least);
}

export function partsOf(sizeBytes: number, partBytes: number): Part[] {
  return Array.from({ length: Math.ceil(sizeBytes / partBytes) }, (_, index) => {
    const start = index * partBytes;
    return { number: index + 1, start, length: Math.min(partBytes, sizeBytes - start) };
  });
}
