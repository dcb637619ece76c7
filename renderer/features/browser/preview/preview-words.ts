/** What stands under a preview: how much of the object it is, and how it was read. Pure. */
import { counted, formatBytes, formatCount } from '../../../text/format.ts';
import type { Decoded } from './decode-text.ts';
import { MOST_BYTES, MOST_PIXELS } from './limits.ts';
import type { Table } from './read-table.ts';

/** `64 kB`, not `64.0 kB`. */
export const bytesWords = (bytes: number): string => formatBytes(bytes).replace('.0 ', ' ');

export interface HowMuch {
  readBytes: number;
  totalBytes: number;
}

/** `512 rows from the first 64 kB`, or `12 rows, read in full`. */
function ofWords(what: string, { readBytes, totalBytes }: HowMuch): string {
  return readBytes < totalBytes ? `${what} from the first ${bytesWords(readBytes)}` : `${what}, read in full`;
}

export function encodingWords({ encoding, damaged }: Pick<Decoded, 'encoding' | 'damaged'>): string {
  return damaged ? `${encoding}, damaged in places` : encoding;
}

export function linesWords(count: number, more: boolean, how: HowMuch): string {
  const lines = counted(count, 'line');
  return more ? `The first ${lines}, more are not drawn` : ofWords(lines, how);
}

export function documentsWords(documents: number, more: boolean, how: HowMuch): string {
  if (more) return 'Its beginning, more is not drawn';
  return ofWords(documents === 1 ? 'JSON' : counted(documents, 'JSON document'), how);
}

const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
};

export function rowsWords({ rows, more, hiddenColumns }: Table, how: HowMuch): string {
  const first = more
    ? `The first ${counted(rows.length, 'row')}, more are not drawn`
    : ofWords(counted(rows.length, 'row'), how);
  return hiddenColumns === 0 ? first : `${first}, ${counted(hiddenColumns, 'more column')} not drawn`;
}

export function tableWords(decoded: Decoded, { delimiter, names }: Table): string {
  const named = names === null ? 'no names' : 'names in line 1';
  return `${encodingWords(decoded)}, ${delimiterNames[delimiter] ?? 'an odd delimiter'}, ${named}`;
}

export function hexWords(shownBytes: number, { totalBytes }: HowMuch): string {
  return shownBytes < totalBytes
    ? `The first ${bytesWords(shownBytes)} of ${bytesWords(totalBytes)}`
    : `All ${counted(totalBytes, 'byte')}`;
}

export const pixelsWords = ({ width, height }: { width: number; height: number }): string =>
  `${formatCount(width)} × ${formatCount(height)} pixels`;

export const MOST_PIXELS_WORDS = `${MOST_PIXELS / 1_000_000} megapixels`;
export const MOST_BYTES_WORDS = bytesWords(MOST_BYTES);
