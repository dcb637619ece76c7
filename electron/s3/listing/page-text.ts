/** Values in an S3 answer, read from their bytes: keys, sizes, dates. Null for what can't be one. Pure. */
import { byteAt } from './names.ts';

const PERCENT = 0x25;
const PLUS = 0x2b;
const SPACE = 0x20;
const AND = 0x26;
const ZERO = 0x30;
const NINE = 0x39;
const NO_DIGIT = 255;

const hexDigits = new Uint8Array(256).fill(NO_DIGIT);
for (let i = 0; i < 16; i++) {
  hexDigits[i.toString(16).charCodeAt(0)] = i;
  hexDigits[i.toString(16).toUpperCase().charCodeAt(0)] = i;
}

/**
 * Writes a key's own bytes to `out` from `at`; answers where they end. `url`: encoded as forms are, a space is `+`
 * (ListObjectsV2, "EncodingType"). There is always room: what is encoded is longer.
 */
export function readKey(
  xml: Uint8Array,
  from: number,
  to: number,
  url: boolean,
  out: Uint8Array,
  at: number,
): number | null {
  let isEncoded = false;
  const start = at;
  for (let i = from; i < to; i++) {
    const byte = byteAt(xml, i);
    if (byte === AND) return readEscapedKey(xml.subarray(from, to), url, out, start);
    if (byte === PERCENT || byte === PLUS) isEncoded = true;
    out[at++] = byte;
  }
  return url && isEncoded ? unescapeUrl(out, start, at) : at;
}

/** With entities of XML in it: rare, so by way of a string. */
function readEscapedKey(raw: Uint8Array, url: boolean, out: Uint8Array, at: number): number | null {
  const text = readText(raw, 0, raw.length);
  if (text === null) return null;
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > raw.length) return null;
  out.set(bytes, at);
  return url ? unescapeUrl(out, at, at + bytes.length) : at + bytes.length;
}

/** In place, since it only gets shorter. */
function unescapeUrl(bytes: Uint8Array, from: number, to: number): number | null {
  let at = from;
  for (let i = from; i < to; i++) {
    const byte = byteAt(bytes, i);
    if (byte === PERCENT) {
      const high = hexDigits[byteAt(bytes, i + 1)] ?? NO_DIGIT;
      const low = hexDigits[byteAt(bytes, i + 2)] ?? NO_DIGIT;
      if (i + 2 >= to || (high | low) > 15) return null;
      bytes[at++] = (high << 4) | low;
      i += 2;
    } else bytes[at++] = byte === PLUS ? SPACE : byte;
  }
  return at;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A mark of byte order is a sign like others here: left out, the text would be another. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Null for what is no UTF-8 or no XML. */
export function readText(xml: Uint8Array, from: number, to: number): string | null {
  try {
    return resolveEntities(decoder.decode(xml.subarray(from, to)));
  } catch {
    return null;
  }
}

export function resolveEntities(text: string): string | null {
  let broken = false;
  const resolved = text.replace(/&([^;&]{0,10})(;?)/g, (_all, name: string, end: string) => {
    const digits = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name);
    const point = digits?.[1] ? Number.parseInt(digits[1], 16) : Number(digits?.[2] ?? Number.NaN);
    const known = Object.hasOwn(named, name) ? named[name] : undefined;
    const isPoint = point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
    if (end === '' || (known === undefined && !isPoint)) broken = true;
    return known ?? (isPoint ? String.fromCodePoint(point) : '');
  });
  return broken ? null : resolved;
}

/** Up to 16 digits: more than any object has bytes, and exact enough. */
export function readWholeNumber(xml: Uint8Array, from: number, to: number): number | null {
  if (to === from || to - from > 16) return null;
  let value = 0;
  for (let i = from; i < to; i++) {
    const byte = byteAt(xml, i);
    if (byte < ZERO || byte > NINE) return null;
    value = value * 10 + (byte - ZERO);
  }
  return value;
}

const DAY_MS = 86_400_000;
const ZULU = 0x5a;
const DOT = 0x2e;

/** Two digits; NaN for anything else. */
function two(xml: Uint8Array, at: number): number {
  const tens = byteAt(xml, at) - ZERO;
  const ones = byteAt(xml, at + 1) - ZERO;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? Number.NaN : tens * 10 + ones;
}

/** `-`, `-`, `T`, `:` and `:` at their places. */
function isSpelled(xml: Uint8Array, from: number): boolean {
  return (
    byteAt(xml, from + 4) === 0x2d &&
    byteAt(xml, from + 7) === 0x2d &&
    byteAt(xml, from + 10) === 0x54 &&
    byteAt(xml, from + 13) === 0x3a &&
    byteAt(xml, from + 16) === 0x3a
  );
}

/** `2026-06-30T10:00:00.000Z` → epoch ms; other spellings of ISO 8601 by the slow way. */
export function readDate(xml: Uint8Array, from: number, to: number): number | null {
  const length = to - from;
  const whole = length === 20 && byteAt(xml, from + 19) === ZULU;
  const withMs = length === 24 && byteAt(xml, from + 19) === DOT && byteAt(xml, from + 23) === ZULU;
  if ((whole || withMs) && isSpelled(xml, from)) {
    const [month, day] = [two(xml, from + 5), two(xml, from + 8)];
    const minutes = two(xml, from + 11) * 60 + two(xml, from + 14);
    const ms = withMs ? two(xml, from + 20) * 10 + (two(xml, from + 21) % 10) : 0;
    const year = two(xml, from) * 100 + two(xml, from + 2);
    const at = daysFrom1970(year, month, day) * DAY_MS + minutes * 60_000 + two(xml, from + 17) * 1000 + ms;
    return Number.isNaN(at) || month < 1 || month > 12 || day < 1 || day > 31 ? null : at;
  }
  const text = readText(xml, from, to) ?? '';
  const parsed = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(parsed) ? null : parsed;
}

/** Days of the Gregorian calendar, years counted from March (Howard Hinnant, "days_from_civil"). */
function daysFrom1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
