/** What is drawn of some bytes, in a way. Pure. */
import type { Content } from './content.ts';
import { type Decoded, decodeText } from './decode-text.ts';
import { type ImageFormat, imageSize, type PixelSize } from './image-size.ts';
import { type IndentedJson, indentJson } from './indent-json.ts';
import { MOST_HEX_BYTES } from './limits.ts';
import { readTable, type Table } from './read-table.ts';
import { type TextLines, textLines } from './text-lines.ts';
import { type Way, waysOf } from './ways.ts';

export type View = { impossible: Way | null; note: string | null } & (
  | { way: 'words'; content: Content & { kind: 'page' | 'closed' } }
  | { way: 'picture'; format: ImageFormat; size: PixelSize | null }
  | { way: 'table'; decoded: Decoded; table: Table }
  | { way: 'json'; decoded: Decoded; json: IndentedJson }
  | { way: 'text'; decoded: Decoded; lines: TextLines }
  | { way: 'hex'; bytes: Uint8Array }
);

/** `chosen` null: the way that fits best. `impossible`: a way that turned out to be none; `note`: why, or what is odd. */
export function viewOf(content: Content, chosen: Way | null, bytes: Uint8Array, totalBytes: number): View {
  const way = chosen ?? waysOf(content)[0] ?? 'hex';
  const complete = bytes.length >= totalBytes;
  const plain = { impossible: null, note: null };
  if (way === 'words' && (content.kind === 'page' || content.kind === 'closed'))
    return { ...plain, way, content };
  if (way === 'picture' && content.kind === 'image')
    return { ...plain, way, format: content.format, size: imageSize(bytes, content.format) };
  const decoded = way === 'hex' ? null : decodeText(bytes);
  if (decoded === null)
    return { impossible: null, note: hexNote(content), way: 'hex', bytes: bytes.subarray(0, MOST_HEX_BYTES) };
  if (way === 'table' && content.kind === 'table') {
    const table = readTable(decoded.text, { complete, delimiter: content.delimiter });
    return { impossible: null, note: tableNote(table), way, decoded, table };
  }
  const text = { way: 'text' as const, decoded, lines: textLines(decoded.text) };
  if (content.kind !== 'json') return { ...plain, ...text };
  const json = indentJson(decoded.text, complete);
  if (json.error !== null) return { ...text, impossible: 'json', note: jsonNote(json.error) };
  return way === 'json' ? { ...plain, way, decoded, json } : { ...plain, ...text };
}

function hexNote(content: Content): string | null {
  if (content.kind !== 'packed') return null;
  return `Compressed with ${content.how}. Nothing is unpacked here: download it to look inside.`;
}

function tableNote({ openQuote, quoted }: Table): string | null {
  if (!quoted) return 'Its quotation marks do not pair, so they are shown as they are.';
  if (openQuote === null) return null;
  return `In row ${openQuote} a quotation mark opens and never closes, so the rest is one cell. As text, all of it can be read.`;
}

function jsonNote({ line, column }: { line: number; column: number }): string {
  return `It stops being JSON at line ${line}, character ${column}, so it is shown as text.`;
}
