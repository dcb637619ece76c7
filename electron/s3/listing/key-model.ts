/**
 * What keys look like, learned from those seen: which bytes stand at each position. From that it guesses how the
 * names between two keys are spread, and so where to divide them. Guesses cost calls at most, never a name. Pure.
 */
import { fromByteText, toByteText } from './names.ts';

/** Positions counted from the end of the prefix; what comes later divides nothing. */
const POSITIONS = 96;
/** Weight of a byte that was not seen at a position, but is of the kind that was; less, the more was seen. */
const UNSEEN = 0.1;
/** The same at the position where two keys part. */
const PARTING = 0.5;
/** So many bytes at one position say what may come at others. */
const LEAST_RICH = 8;
const SAMPLES_A_PAGE = 32;

/** Bytes that commonly change into each other. */
const KINDS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((kind) =>
  [...kind].map((sign) => sign.charCodeAt(0)),
);
const ZERO = 0x30;
const SLASH = 0x2f;

/** `folder`: what is below a folder comes as one name; `deep`: every key below the prefix. */
export type Depth = 'folder' | 'deep';

interface Position {
  seen: Uint8Array;
  distinct: number;
  /** By byte, summed up to and without it; the last is the sum of all. Made when they are wanted. */
  sums: Float64Array | null;
  /** The same where two keys part: what was not seen may well be between them. */
  parting: Float64Array | null;
}

export class KeyModel {
  private readonly positions: Position[] = [];
  private richest = 0;

  constructor(
    private readonly prefixLength: number,
    private readonly depth: Depth = 'folder',
  ) {}

  /** Whether a key cut at this position would divide what is below one folder. */
  isBelowFolder(key: string, at: number): boolean {
    return this.depth === 'folder' && key.slice(this.prefixLength, at).includes('/');
  }

  /** Of a page: any way to get at its keys. */
  learnPage(count: number, keyAt: (index: number) => string): void {
    const step = Math.max(1, Math.floor(count / SAMPLES_A_PAGE));
    for (let i = 0; i < count; i += step) this.learn(keyAt(i));
    if (count > 0) this.learn(keyAt(count - 1));
  }

  private learn(key: string): void {
    const last = Math.min(key.length, this.prefixLength + POSITIONS);
    for (let at = this.prefixLength; at < last; at++) {
      const position = this.at(at);
      const byte = key.charCodeAt(at);
      if (position.seen[byte]) continue;
      position.seen[byte] = 1;
      position.distinct++;
      if (position.distinct <= this.richest) {
        position.sums = null;
        position.parting = null;
        continue;
      }
      this.richest = position.distinct;
      for (const other of this.positions) {
        other.sums = null;
        other.parting = null;
      }
    }
  }

  /** The first position from `from` on, below `to`, at which keys were seen to differ. */
  firstThatVaries(from: number, to: number): number {
    for (let at = from; at < to; at++) if (this.at(at).distinct > 1) return at;
    return to;
  }

  /** How much of all names (0 to 1) is guessed to be between two keys with the same first `base` bytes. */
  share(from: string, to: string | null, base: number): number {
    return (to === null ? 1 : this.place(to, base)) - this.place(from, base);
  }

  /** A key that divides what is between two keys about so (0 to 1); null when none is known. */
  dividing(from: string, to: string | null, part: number): string | null {
    const base = to === null ? this.prefixLength : common(from, to);
    const low = this.place(from, base);
    const high = to === null ? 1 : this.place(to, base);
    if (high <= low) return null;
    const key = this.keyAtPlace(from.slice(0, base), low + part * (high - low), (high - low) / 64);
    return key !== null && key > from && (to === null || key < to) ? key : null;
  }

  /** The same beginning, and the next byte of its kind at a position; null when there is none. */
  beyond(key: string, at: number): string | null {
    const byte = key.charCodeAt(at);
    const sums = this.sumsAt(at, true);
    for (let next = byte + 1; next < 256; next++)
      if ((sums[next + 1] ?? 0) > (sums[next] ?? 0) && !this.isFolderEnd(next))
        return valid(key.slice(0, at) + String.fromCharCode(next));
    return null;
  }

  private place(key: string, base: number): number {
    let place = 0;
    let width = 1;
    const last = Math.min(key.length, this.prefixLength + POSITIONS);
    for (let at = base; at < last && width > Number.EPSILON; at++) {
      const sums = this.sumsAt(at, at === base);
      const all = sums[256] ?? 0;
      if (all === 0) break;
      const byte = key.charCodeAt(at);
      const below = sums[byte] ?? 0;
      place += (width * below) / all;
      width *= ((sums[byte + 1] ?? 0) - below) / all;
    }
    return place;
  }

  private keyAtPlace(beginning: string, place: number, fineness: number): string | null {
    let key = beginning;
    let low = 0;
    let width = 1;
    for (let at = beginning.length; at < this.prefixLength + POSITIONS && width > fineness; at++) {
      const sums = this.sumsAt(at, at === beginning.length);
      const all = sums[256] ?? 0;
      if (all === 0) break;
      const wanted = ((place - low) / width) * all;
      let byte = 255;
      while (byte > 0 && ((sums[byte + 1] ?? 0) === (sums[byte] ?? 0) || (sums[byte] ?? 0) > wanted)) byte--;
      // A key must not divide what is below one folder.
      key += String.fromCharCode(this.isFolderEnd(byte) ? ZERO : byte);
      if (this.isFolderEnd(byte)) break;
      low += (width * (sums[byte] ?? 0)) / all;
      width *= ((sums[byte + 1] ?? 0) - (sums[byte] ?? 0)) / all;
    }
    return valid(key);
  }

  private isFolderEnd(byte: number): boolean {
    return this.depth === 'folder' && byte === SLASH;
  }

  private at(at: number): Position {
    const index = at - this.prefixLength;
    for (let i = this.positions.length; i <= index; i++)
      this.positions.push({ seen: new Uint8Array(256), distinct: 0, sums: null, parting: null });
    return this.positions[index] as Position;
  }

  private sumsAt(at: number, isParting: boolean): Float64Array {
    const position = this.at(at);
    if (isParting) {
      position.parting ??= this.weigh(position, PARTING);
      return position.parting;
    }
    position.sums ??= this.weigh(position, UNSEEN / position.distinct ** 2);
    return position.sums;
  }

  private weigh({ seen, distinct }: Position, unseen: number): Float64Array {
    const weights = new Float64Array(256);
    if (distinct > 0) for (const byte of this.sameKind(seen)) weights[byte] = unseen;
    for (let byte = 0; byte < 256; byte++) if (seen[byte]) weights[byte] = 1;
    const sums = new Float64Array(257);
    for (let byte = 0; byte < 256; byte++) sums[byte + 1] = (sums[byte] ?? 0) + (weights[byte] ?? 0);
    return sums;
  }

  /** What may come at a position: all that stands where more was seen, such as hex digits further on, else its kinds. */
  private sameKind(seen: Uint8Array): number[] {
    const richer = this.positions.find(
      (other) =>
        other.distinct >= Math.max(LEAST_RICH, this.richest) &&
        seen.every((isSeen, byte) => isSeen === 0 || other.seen[byte] === 1),
    );
    if (richer) return [...richer.seen.keys()].filter((byte) => richer.seen[byte] === 1);
    return KINDS.filter((kind) => kind.some((byte) => seen[byte])).flat();
  }
}

export function common(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  for (let at = 0; at < most; at++) if (a.charCodeAt(at) !== b.charCodeAt(at)) return at;
  return most;
}

const CONTINUED = 0x80;

/** S3 takes UTF-8 only: a letter that was cut is made whole by the lowest that begins so; null when none does. */
export function valid(bytes: string): string | null {
  let lead = bytes.length - 1;
  while (lead > 0 && bytes.length - lead < 4 && (bytes.charCodeAt(lead) & 0xc0) === CONTINUED) lead--;
  const first = bytes.charCodeAt(lead);
  const wanted = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  let whole = bytes;
  while (whole.length - lead < wanted) {
    const isSecond = whole.length - lead === 1;
    const lowest = isSecond && first === 0xe0 ? 0xa0 : isSecond && first === 0xf0 ? 0x90 : CONTINUED;
    whole += String.fromCharCode(lowest);
  }
  return toByteText(fromByteText(whole)) === whole ? whole : null;
}
