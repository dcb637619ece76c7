/**
 * Keys → names that this computer's file system takes, so that each can be told back: what a system does not allow in a
 * name becomes `%` and its code, as in an address. Pure. Sources: Microsoft, "Naming Files, Paths, and Namespaces";
 * a key is never a path, and `..` in it means nothing (see CVE-2021-32061 for what happens otherwise).
 */
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
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** The folders and the name of a key below `base`; empty segments and dots stand as their codes. */
export function namesOf(key: string, base: string, rules: DiskRules): string[] {
  return key
    .slice(base.length)
    .split('/')
    .map((segment) => nameOf(segment, rules));
}

export function nameOf(segment: string, rules: DiskRules): string {
  // The sign itself first, so that what is written can be read back.
  let name = segment.replace(/%(?=[0-9A-F]{2})/g, '%25').replace(never[rules], coded);
  if (name === '') return EMPTY;
  if (name === '.' || name === '..') return name.replaceAll('.', '%2E');
  if (rules === 'windows') {
    name = name.replace(/[. ]$/, coded);
    if (reserved.test(name)) name = coded(name.charAt(0)) + name.slice(1);
  }
  return name;
}

/** What `nameOf` was given. */
export function segmentOf(name: string): string {
  if (name === EMPTY) return '';
  return name.replace(/%([0-9A-F]{2})/g, (_code, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

export function fits(name: string, rules: DiskRules): boolean {
  return (rules === 'windows' ? name.length : Buffer.byteLength(name)) <= LONGEST_NAME;
}

function coded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
