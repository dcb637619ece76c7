/**
 * Keys → names that this computer's file system takes, so that each can be told back: what a system does not allow in a
 * name becomes `%` and its code, as in an address. Pure. Sources: Microsoft, "Naming Files, Paths, and Namespaces";
 * a key is never a path, and `..` in it means nothing (see CVE-2021-32061 for what happens otherwise).
 * `%~2` before the ending is a mark of ours (see `places.ts`). The one thing that can't be told back: a name that is too
 * long is cut, and has `%~cut` and a hash of all of it, so that two of them stay two.
 */
import { createHash } from 'node:crypto';

export type DiskRules = 'posix' | 'windows';

/** An empty segment: a slash can be in no other. */
const EMPTY = '%2F';
/** The longest name of a file, in bytes of UTF-8 (ext4, APFS: 255), or UTF-16 units (NTFS: 255). */
const LONGEST_NAME = 255;
/** Control characters too: no system's explorer can show them. */
const never: Record<DiskRules, RegExp> = {
  posix: /\p{Cc}/gu,
  windows: /[\p{Cc}<>:"\\|?*]/gu,
};
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\.|$)/i;
const MARK = /%~\d+(?=(\.[^.]*)?$)/;

/** The folders and the name of a key below `base`; empty segments and dots stand as their codes. */
export function namesOf(key: string, base: string, rules: DiskRules): string[] {
  return key
    .slice(base.length)
    .split('/')
    .map((segment) => nameOf(segment, rules));
}

/** `mark`: cut, and told apart from others by this number. */
export function nameOf(segment: string, rules: DiskRules, { mark = 1 } = {}): string {
  const name = wholeNameOf(segment, rules);
  if (mark === 1 && fits(name, rules)) return name;
  const hash = createHash('sha256').update(segment).digest('hex').slice(0, 16);
  const tail = `%~cut${hash}${mark === 1 ? '' : `-${mark}`}${endingOf(name)}`;
  let head = '';
  for (const sign of name) {
    if (!fits(head + sign + tail, rules)) break;
    head += sign;
  }
  // Half a code is none.
  return head.replace(/%[0-9A-F]?$/, '') + tail;
}

/** `report.csv`, 2 → `report%~2.csv`. */
export function withMark(name: string, mark: string): string {
  const ending = endingOf(name);
  return `${name.slice(0, name.length - ending.length)}%~${mark}${ending}`;
}

/** Short ones only: the rest is no ending, but a name with a dot in it. */
const endingOf = (name: string) => /(?<=.)\.[\p{L}\p{N}]{1,16}$/su.exec(name)?.[0] ?? '';

function wholeNameOf(segment: string, rules: DiskRules): string {
  // The sign itself first, so that what is written can be read back.
  let name = segment.replace(/%(?=[0-9A-F]{2}|~)/g, '%25').replace(never[rules], coded);
  if (name === '') return EMPTY;
  if (name === '.' || name === '..') return name.replaceAll('.', '%2E');
  if (rules === 'windows') {
    name = name.replace(/[. ]$/, coded);
    if (reserved.test(name)) name = coded(name.charAt(0)) + name.slice(1);
  }
  return name;
}

/** What `nameOf` was given, but for a name that was cut. */
export function segmentOf(name: string): string {
  if (name === EMPTY) return '';
  return name
    .replace(MARK, '')
    .replace(/%([0-9A-F]{2})/g, (_code, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

export function fits(name: string, rules: DiskRules): boolean {
  return (rules === 'windows' ? name.length : Buffer.byteLength(name)) <= LONGEST_NAME;
}

function coded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
