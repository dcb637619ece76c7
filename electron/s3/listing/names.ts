/**
 * Names of one page in packed columns, and how they are looked up and cut without being unpacked. A single key
 * is handled as a "byte text": one character a byte, so that `<` compares as S3 orders. Pure.
 */

export interface Names {
  keys: Uint8Array;
  /** Where each key ends in `keys`. */
  ends: Uint32Array;
  sizes: Float64Array;
  dates: Float64Array;
  classes: Uint8Array;
}

export function emptyNames(count: number, keyBytes: number): Names {
  return {
    keys: new Uint8Array(keyBytes),
    ends: new Uint32Array(count),
    sizes: new Float64Array(count),
    dates: new Float64Array(count),
    classes: new Uint8Array(count),
  };
}

/** A byte beyond the end is 0; TypeScript wants it said, and the engine compiles it to nothing. */
export const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;

export const startOf = ({ ends }: Names, index: number): number => (index === 0 ? 0 : (ends[index - 1] ?? 0));
export const endOf = ({ ends }: Names, index: number): number => ends[index] ?? 0;

export function keyAt(names: Names, index: number): string {
  const { buffer, byteOffset } = names.keys;
  const from = startOf(names, index);
  return Buffer.from(buffer, byteOffset + from, endOf(names, index) - from).toString('latin1');
}

export const firstKey = (names: Names): string => keyAt(names, 0);
export const lastKey = (names: Names): string => keyAt(names, names.ends.length - 1);

export const toByteText = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
export const fromByteText = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');

/** Negative when the first stretch of bytes comes before the second. */
export function compareBytes(
  a: Uint8Array,
  aFrom: number,
  aTo: number,
  b: Uint8Array,
  bFrom: number,
  bTo: number,
): number {
  const most = Math.min(aTo - aFrom, bTo - bFrom);
  for (let i = 0; i < most; i++) {
    const difference = byteAt(a, aFrom + i) - byteAt(b, bFrom + i);
    if (difference !== 0) return difference;
  }
  return aTo - aFrom - (bTo - bFrom);
}

/** Each key after the one before it, so none twice. */
export function isOrdered(names: Names): boolean {
  const { keys, ends } = names;
  for (let i = 1; i < ends.length; i++) {
    const from = endOf(names, i - 1);
    if (compareBytes(keys, startOf(names, i - 1), from, keys, from, endOf(names, i)) >= 0) return false;
  }
  return true;
}

/** How many of these ordered names come before a key. */
export function countBefore(names: Names, bound: string): number {
  let low = 0;
  let high = names.ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyAt(names, middle) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Views, not copies. */
export function firstNames(names: Names, count: number): Names {
  if (count >= names.ends.length) return names;
  return {
    keys: names.keys.subarray(0, count === 0 ? 0 : endOf(names, count - 1)),
    ends: names.ends.subarray(0, count),
    sizes: names.sizes.subarray(0, count),
    dates: names.dates.subarray(0, count),
    classes: names.classes.subarray(0, count),
  };
}

const BYTES_A_NAME = 4 + 8 + 8 + 1;
export const bytesOf = ({ keys, ends }: Names): number => keys.length + ends.length * BYTES_A_NAME;

/** Copies one name's facts from column to column; `at` is where its key goes. Answers where that ends. */
export function copyName(from: Names, index: number, to: Names, toIndex: number, at: number): number {
  const start = startOf(from, index);
  const end = endOf(from, index);
  for (let i = start; i < end; i++) to.keys[at++] = byteAt(from.keys, i);
  to.ends[toIndex] = at;
  to.sizes[toIndex] = from.sizes[index] ?? 0;
  to.dates[toIndex] = from.dates[index] ?? Number.NaN;
  to.classes[toIndex] = from.classes[index] ?? 0;
  return at;
}

/** Objects and folders of a page, each in order, as one list in S3's order. */
export function merged(objects: Names, folders: Names): Names {
  if (folders.ends.length === 0) return objects;
  if (objects.ends.length === 0) return folders;
  const count = objects.ends.length + folders.ends.length;
  const all = emptyNames(count, objects.keys.length + folders.keys.length);
  let at = 0;
  let object = 0;
  let folder = 0;
  for (let i = 0; i < count; i++) {
    const objectNext =
      folder === folders.ends.length ||
      (object < objects.ends.length &&
        compareBytes(
          objects.keys,
          startOf(objects, object),
          endOf(objects, object),
          folders.keys,
          startOf(folders, folder),
          endOf(folders, folder),
        ) < 0);
    at = objectNext ? copyName(objects, object++, all, i, at) : copyName(folders, folder++, all, i, at);
  }
  return all;
}
