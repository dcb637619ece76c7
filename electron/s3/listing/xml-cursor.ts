/**
 * Walks over the tags of an S3 answer, byte by byte and without making strings of them. Knows the few elements
 * that are read, holds every open tag against its closing one, and refuses what S3 never sends (comments, DOCTYPE, CDATA). Pure.
 */
import { garbled } from './garbled.ts';
import { byteAt } from './names.ts';

const KNOWN = [
  'ListBucketResult',
  'Contents',
  'CommonPrefixes',
  'Key',
  'Size',
  'LastModified',
  'StorageClass',
  'Prefix',
  'IsTruncated',
  'NextContinuationToken',
  'KeyCount',
  'EncodingType',
  'Error',
] as const;
export type Element = (typeof KNOWN)[number];

const LONGEST_NAME = 32;
/** No two of the known names share length and first letter. */
const byShape: ({ name: Element; bytes: Uint8Array } | null)[] = Array.from(
  { length: LONGEST_NAME * 256 },
  () => null,
);
for (const name of KNOWN) {
  const bytes = new TextEncoder().encode(name);
  byShape[bytes.length * 256 + byteAt(bytes, 0)] = { name, bytes };
}

const DEEPEST = 16;
const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const QUESTION = 0x3f;
const BANG = 0x21;
const SPACE = 0x20;
const QUOTES = [0x22, 0x27];

export type Step = 'open' | 'close' | 'end';

export class XmlCursor {
  /** Of the element that was just closed, when it held nothing but text. */
  textFrom = 0;
  textTo = 0;
  isLeaf = false;
  /** Open elements, the one that was just opened included, the one just closed not; unknown ones are null. */
  readonly open: (Element | null)[] = [];
  /** What was just opened or closed. */
  element: Element | null = null;
  private readonly nameFrom = new Int32Array(DEEPEST);
  private readonly nameTo = new Int32Array(DEEPEST);
  private at = 0;
  private rooted = false;
  private selfClosed = false;
  private lastOpened = false;

  constructor(private readonly bytes: Uint8Array) {}

  next(): Step {
    if (this.selfClosed) return this.closeEmpty();
    const { bytes } = this;
    for (;;) {
      const from = this.at;
      let at = from;
      while (at < bytes.length && byteAt(bytes, at) !== LT) at++;
      if (at >= bytes.length) return this.finish();
      if (this.open.length === 0 && !this.isBlank(from, at))
        throw this.broken('text outside of the document');
      const sign = byteAt(bytes, at + 1);
      if (sign === SLASH) {
        this.textFrom = from;
        this.textTo = at;
        return this.closeTag(at + 2);
      }
      if (sign === BANG) throw this.broken('a comment or declaration');
      if (sign !== QUESTION) return this.openTag(at + 1);
      this.skipDeclaration(at);
    }
  }

  broken(why: string): Error {
    return garbled(why, this.bytes);
  }

  private openTag(from: number): Step {
    const { bytes, open } = this;
    let to = from;
    for (
      let byte = byteAt(bytes, to);
      byte !== GT && byte !== SLASH && byte > SPACE;
      byte = byteAt(bytes, ++to)
    );
    if (to === from || open.length === DEEPEST) throw this.broken('no tag that S3 sends');
    if (open.length === 0 && this.rooted) throw this.broken('a second document');
    this.rooted = true;
    this.nameFrom[open.length] = from;
    this.nameTo[open.length] = to;
    this.element = this.elementAt(from, to);
    open.push(this.element);
    let at = to;
    // Attributes are not read.
    for (let quote = 0; at < bytes.length; at++) {
      const byte = byteAt(bytes, at);
      if (quote !== 0) quote = byte === quote ? 0 : quote;
      else if (QUOTES.includes(byte)) quote = byte;
      else if (byte === GT) break;
    }
    if (at >= bytes.length) throw this.broken('the answer stops half-way');
    this.selfClosed = byteAt(bytes, at - 1) === SLASH;
    this.at = at + 1;
    this.lastOpened = true;
    return 'open';
  }

  private closeTag(from: number): Step {
    const { bytes, open } = this;
    const depth = open.length - 1;
    if (depth < 0) throw this.broken('a closing tag too many');
    const opened = this.nameFrom[depth] ?? 0;
    const length = (this.nameTo[depth] ?? 0) - opened;
    for (let i = 0; i < length; i++)
      if (byteAt(bytes, from + i) !== byteAt(bytes, opened + i)) throw this.broken('tags do not match');
    let at = from + length;
    while (at < bytes.length && byteAt(bytes, at) <= SPACE) at++;
    if (byteAt(bytes, at) !== GT) throw this.broken('tags do not match');
    this.element = open.pop() ?? null;
    this.isLeaf = this.lastOpened;
    this.lastOpened = false;
    this.at = at + 1;
    return 'close';
  }

  private closeEmpty(): Step {
    this.selfClosed = false;
    this.textFrom = this.at;
    this.textTo = this.at;
    this.element = this.open.pop() ?? null;
    this.isLeaf = true;
    this.lastOpened = false;
    return 'close';
  }

  private finish(): Step {
    if (this.open.length > 0) throw this.broken('the answer stops half-way');
    if (!this.isBlank(this.at, this.bytes.length)) throw this.broken('text outside of the document');
    return 'end';
  }

  private skipDeclaration(at: number): void {
    if (this.open.length > 0) throw this.broken('a comment or declaration');
    const end = this.bytes.indexOf(GT, at);
    if (end === -1) throw this.broken('the answer stops half-way');
    this.at = end + 1;
  }

  private elementAt(from: number, to: number): Element | null {
    const candidate = to - from < LONGEST_NAME ? byShape[(to - from) * 256 + byteAt(this.bytes, from)] : null;
    if (!candidate) return null;
    for (let i = 0; i < candidate.bytes.length; i++)
      if (byteAt(this.bytes, from + i) !== byteAt(candidate.bytes, i)) return null;
    return candidate.name;
  }

  /** White space, or the mark that some write before UTF-8. */
  private isBlank(from: number, to: number): boolean {
    const mark = from === 0 && [0xef, 0xbb, 0xbf].every((byte, i) => this.bytes[i] === byte) ? 3 : 0;
    for (let i = from + mark; i < to; i++) if (byteAt(this.bytes, i) > SPACE) return false;
    return true;
  }
}
