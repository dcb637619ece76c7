/** The parts of a large object. Pure. Source: S3 User Guide, "Amazon S3 multipart upload limits". */

export interface PartRange {
  /** From 1. */
  number: number;
  /** Bytes, both inclusive. */
  first: number;
  last: number;
}

const MOST_PARTS = 10_000;
const MIB = 1_048_576;
const USUAL_PART_BYTES = 256 * MIB;

export function* partRanges(sizeBytes: number): Generator<PartRange> {
  const needed = Math.ceil(sizeBytes / MOST_PARTS / MIB) * MIB;
  const partBytes = Math.max(USUAL_PART_BYTES, needed);
  for (let number = 1, first = 0; first < sizeBytes; number++, first += partBytes)
    yield { number, first, last: Math.min(sizeBytes, first + partBytes) - 1 };
}
