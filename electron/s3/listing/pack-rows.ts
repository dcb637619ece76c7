/** What was found in a page, packed into columns; keys that are none are refused. Pure. */
import { garbled } from './garbled.ts';
import { byteAt, emptyNames, type Names } from './names.ts';
import { readKey } from './page-text.ts';

/** Where each key stands in the answer, and its facts. One is used again for every page. */
export class Rows {
  count = 0;
  from = new Int32Array(ROOM);
  to = new Int32Array(ROOM);
  sizes = new Float64Array(ROOM);
  dates = new Float64Array(ROOM);
  classes = new Int16Array(ROOM);

  clear(): void {
    this.count = 0;
  }

  /** The row behind the last, blank: what is said of it is written at `count`, and `count` goes on when it is whole. */
  begin(): void {
    const at = this.count;
    if (at === this.from.length) this.grow();
    this.from[at] = NO_KEY;
    this.sizes[at] = 0;
    this.dates[at] = Number.NaN;
    this.classes[at] = NO_CLASS;
  }

  hasKey(): boolean {
    return this.from[this.count] !== NO_KEY;
  }

  private grow(): void {
    const longer = 2 * this.from.length;
    const copy = <T extends { set(from: T): void }>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.from = copy(new Int32Array(longer), this.from);
    this.to = copy(new Int32Array(longer), this.to);
    this.sizes = copy(new Float64Array(longer), this.sizes);
    this.dates = copy(new Float64Array(longer), this.dates);
    this.classes = copy(new Int16Array(longer), this.classes);
  }
}

/** A page of S3 and one more. */
const ROOM = 1001;
const NO_KEY = -1;
export const NO_CLASS = -1;

/** Four times what S3 allows, for services that allow more. */
const LONGEST_KEY_BYTES = 4096;

export function packed(xml: Uint8Array, rows: Rows, url: boolean): Names {
  const { count } = rows;
  let encodedBytes = 0;
  for (let i = 0; i < count; i++) encodedBytes += (rows.to[i] ?? 0) - (rows.from[i] ?? 0);
  const names = emptyNames(count, encodedBytes);
  let at = 0;
  for (let i = 0; i < count; i++) {
    const from = rows.from[i] ?? 0;
    const end = readKey(xml, from, rows.to[i] ?? 0, url, names.keys, at);
    if (end === null || end - at > LONGEST_KEY_BYTES)
      throw garbled('a name that can’t be read', xml.subarray(from));
    // Bytes that go on from the name before: half a letter.
    if ((byteAt(names.keys, at) & 0xc0) === 0x80)
      throw garbled('a name that begins within a letter', xml.subarray(from));
    at = end;
    names.ends[i] = at;
    names.sizes[i] = rows.sizes[i] ?? 0;
    names.dates[i] = rows.dates[i] ?? Number.NaN;
    names.classes[i] = rows.classes[i] ?? 0;
  }
  // Buffers are kept until their turn: none of them longer than what is in it.
  const keys = at === encodedBytes ? names.keys : names.keys.slice(0, at);
  requireUtf8(keys, xml);
  return { ...names, keys };
}

/** S3's keys are UTF-8; others would not find their object again. No name begins within a letter, so all at once. */
function requireUtf8(keys: Uint8Array, xml: Uint8Array): void {
  let seen = 0;
  for (let i = 0; i < keys.length; i++) seen |= byteAt(keys, i);
  if (seen < 0x80) return;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(keys);
  } catch {
    throw garbled('a name with half a letter', xml);
  }
}

export function oneAfterOther(objects: Names, folders: Names): Names {
  const count = objects.ends.length;
  const all = emptyNames(count + folders.ends.length, objects.keys.length + folders.keys.length);
  for (const [names, at, keysAt] of [
    [objects, 0, 0],
    [folders, count, objects.keys.length],
  ] as const) {
    all.keys.set(names.keys, keysAt);
    all.ends.set(
      names.ends.map((end) => end + keysAt),
      at,
    );
    all.sizes.set(names.sizes, at);
    all.dates.set(names.dates, at);
    all.classes.set(names.classes, at);
  }
  return all;
}
