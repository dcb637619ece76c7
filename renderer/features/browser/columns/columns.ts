/**
 * The names of one listing in packed columns: pieces kept as they came, a row decoded when it is wanted. A row's
 * number is its place in S3's own order and never changes; only its view knows what stands where. Pure.
 */
import { FOLDER_CLASS, type ListPiece } from '../../../../electron/contract/s3-list.ts';
import { decodeKey, encodeKey, sameBytes } from './key-bytes.ts';
import { startMatcher } from './match-names.ts';
import { createRowNumbers, type RowNumbers } from './row-numbers.ts';
import { createTwins } from './twins.ts';

interface RowBase {
  /** The exact key, common prefix or bucket name. */
  key: string;
  /** What stands in the Name column. */
  name: string;
}
export type Row =
  | (RowBase & { kind: 'bucket'; region: string | null; createdAt: number | null })
  | (RowBase & { kind: 'folder' })
  | (RowBase & { kind: 'object'; sizeBytes: number; modifiedAt: number | null; storageClass: string });

export interface Columns {
  holds: 'buckets' | 'objects';
  prefix: string;
  pieces: readonly ListPiece[];
  /** Numbers of the common prefixes, and of all others; each in S3's order. */
  folders: RowNumbers;
  objects: RowNumbers;
  count(): number;
  sizeBytes(): number;
  add(piece: ListPiece): void;
  row(number: number): Row;
  sizeOf(number: number): number;
  /** Of the rows whose bits are set, 32 a number. */
  sizeOfAll(bits: Uint32Array): number;
  /** The row with exactly this key, or -1. */
  find(key: string): number;
  /** For each row 1 if its name begins with this text, whatever the capitals; all at once, since one by one is slow. */
  beginning(text: string): Uint8Array;
  hasTwin(name: string): boolean;
}

/** Sought keys that are remembered, so that a drawing screen does not seek again. */
const MOST_FOUND = 8;

export function createColumns(holds: Columns['holds'], prefix: string): Columns {
  const prefixBytes = encodeKey(prefix);
  const pieces: ListPiece[] = [];
  /** Number of each piece's first row. */
  const starts: number[] = [];
  const folders = createRowNumbers();
  const objects = createRowNumbers();
  const found = new Map<string, { number: number; soughtTo: number }>();
  let count = 0;
  let sizeBytes = 0;
  let last = 0;

  /** The piece of a row; the last one first, since neighbours are asked for together. */
  function pieceOf(number: number): number {
    const inLast = number >= (starts[last] ?? 0) && number < (starts[last + 1] ?? count);
    if (!inLast) last = placeOf(starts, number);
    return last;
  }
  function bytesOf(number: number): Uint8Array {
    const at = pieceOf(number);
    const { keys, ends } = pieces[at] as ListPiece;
    const index = number - (starts[at] ?? 0);
    return keys.subarray(index === 0 ? 0 : ends[index - 1], ends[index]);
  }
  const nameFrom = (key: Uint8Array) => (startsWith(key, prefixBytes) ? prefixBytes.length : 0);
  const twins = createTwins((name) => find(prefix + name) >= 0);

  function find(key: string): number {
    const before = found.get(key);
    if (before && before.number >= 0) return before.number;
    const number = seek(encodeKey(key), before?.soughtTo ?? 0);
    if (found.size >= MOST_FOUND) found.clear();
    found.set(key, { number, soughtTo: count });
    return number;
  }
  function seek(key: Uint8Array, from: number): number {
    for (
      let at = count === 0 ? pieces.length : pieceOf(Math.min(from, count - 1));
      at < pieces.length;
      at++
    ) {
      const { keys, ends } = pieces[at] as ListPiece;
      let begin = 0;
      for (let i = 0; i < ends.length; i++) {
        const end = ends[i] as number;
        if (end - begin === key.length && sameBytes(keys, begin, key)) return (starts[at] ?? 0) + i;
        begin = end;
      }
    }
    return -1;
  }

  return {
    holds,
    prefix,
    pieces,
    folders,
    objects,
    count: () => count,
    sizeBytes: () => sizeBytes,
    add(piece) {
      starts.push(count);
      pieces.push(piece);
      for (let i = 0; i < piece.ends.length; i++) {
        (piece.classes[i] === FOLDER_CLASS ? folders : objects).push(count + i);
        sizeBytes += piece.sizes[i] as number;
      }
      count += piece.ends.length;
      twins.look(piece, nameFrom);
    },
    row(number) {
      const at = pieceOf(number);
      const piece = pieces[at] as ListPiece;
      const index = number - (starts[at] ?? 0);
      const bytes = bytesOf(number);
      const key = decodeKey(bytes);
      const name = decodeKey(bytes.subarray(nameFrom(bytes)));
      if (piece.classes[index] === FOLDER_CLASS) return { kind: 'folder', key, name };
      const date = piece.dates[index] as number;
      const at0 = Number.isNaN(date) ? null : date;
      const className = piece.classNames[piece.classes[index] as number] ?? '';
      if (holds === 'buckets')
        return { kind: 'bucket', key, name, region: className || null, createdAt: at0 };
      const size = piece.sizes[index] as number;
      return { kind: 'object', key, name, sizeBytes: size, modifiedAt: at0, storageClass: className };
    },
    sizeOf(number) {
      const at = pieceOf(number);
      return pieces[at]?.sizes[number - (starts[at] ?? 0)] ?? 0;
    },
    sizeOfAll(bits) {
      let sum = 0;
      for (const [at, { sizes }] of pieces.entries()) {
        const start = starts[at] as number;
        for (let i = 0; i < sizes.length; i++) {
          const number = start + i;
          if (((bits[number >>> 5] ?? 0) >>> (number & 31)) & 1) sum += sizes[i] as number;
        }
      }
      return sum;
    },
    find,
    beginning(text) {
      const begins = new Uint8Array(count);
      const looksSo = startMatcher(text);
      for (const [at, { keys, ends }] of pieces.entries()) {
        let number = starts[at] as number;
        let keyBegins = 0;
        for (const end of ends) {
          if (looksSo(keys, keyBegins + prefixBytes.length, end)) begins[number] = 1;
          keyBegins = end;
          number++;
        }
      }
      return begins;
    },
    hasTwin: twins.has,
  };
}

/** The last place in `starts` that is not above `number`. */
function placeOf(starts: readonly number[], number: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}

function startsWith(key: Uint8Array, prefix: Uint8Array): boolean {
  return key.length >= prefix.length && sameBytes(key, 0, prefix);
}
