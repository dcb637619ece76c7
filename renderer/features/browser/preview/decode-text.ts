/** Bytes → text, in the encoding that they most likely have; null when they are no text. Pure. */

export interface Decoded {
  text: string;
  encoding: 'UTF-8' | 'UTF-16' | 'Latin-1';
  /** Some bytes fit the encoding nowhere: they are drawn as U+FFFD. */
  damaged: boolean;
}

/** So many characters are looked at to tell what the bytes are. */
const LOOKED_AT = 64_000;
const REPLACED = '\ufffd';

export function decodeText(bytes: Uint8Array): Decoded | null {
  const decoded = decode(bytes);
  return looksLikeText(decoded.text.slice(0, LOOKED_AT)) ? decoded : null;
}

function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return lenient(bytes, 'utf-16le', 'UTF-16');
  if (first === 0xfe && second === 0xff) return lenient(bytes, 'utf-16be', 'UTF-16');
  const utf8 = lenient(bytes, 'utf-8', 'UTF-8');
  if (!utf8.damaged) return utf8;
  // Where most of what is no ASCII fits, the rest is damage; else it was never UTF-8.
  return fitsMostly(utf8.text.slice(0, LOOKED_AT)) ? utf8 : lenient(bytes, 'windows-1252', 'Latin-1');
}

function fitsMostly(text: string): boolean {
  let fitting = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) fitting += code === 0xfffd ? -1 : 1;
  }
  return fitting > 0;
}

function lenient(bytes: Uint8Array, label: string, encoding: Decoded['encoding']): Decoded {
  // As a stream: a character that is cut at the end is not damaged, its rest was not read.
  const text = new TextDecoder(label).decode(bytes, { stream: true });
  return { text, encoding, damaged: text.includes(REPLACED) && !holdsReplacement(bytes, encoding) };
}

/** U+FFFD may be written in the text itself. */
function holdsReplacement(bytes: Uint8Array, encoding: Decoded['encoding']): boolean {
  if (encoding !== 'UTF-8') return encoding === 'Latin-1';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** No zero, and nearly no other control characters: text has line breaks, tabs, form feeds and colours of a terminal. */
function looksLikeText(text: string): boolean {
  if (text.includes('\0')) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  const controls = text.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u009f\ufffd]/g)?.length ?? 0;
  return controls <= text.length / 50;
}
