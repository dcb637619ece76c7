/** What the first bytes of an object are, by themselves and then by its name. What S3 calls them decides nothing that runs. Pure. */
import { decodeText } from './decode-text.ts';
import { type ImageFormat, imageFormat } from './image-size.ts';
import { indentJson } from './indent-json.ts';

export type Content =
  | { kind: 'text' }
  /** `named`: the name or S3 says so, so that it is worth a word when it is none. */
  | { kind: 'json'; named: boolean }
  | { kind: 'table'; delimiter?: string }
  | { kind: 'image'; format: ImageFormat }
  /** Text that elsewhere would be run: shown as text only when that is asked for. */
  | { kind: 'page'; what: 'SVG' | 'HTML' }
  /** Known, and not shown. */
  | { kind: 'closed'; what: 'PDF' | 'Parquet' }
  | { kind: 'packed'; how: string }
  | { kind: 'bytes' };

const magic: readonly [string, Content][] = [
  ['%PDF-', { kind: 'closed', what: 'PDF' }],
  ['PAR1', { kind: 'closed', what: 'Parquet' }],
  ['\x1f\x8b', { kind: 'packed', how: 'gzip' }],
  ['\x28\xb5\x2f\xfd', { kind: 'packed', how: 'Zstandard' }],
  ['\xfd7zXZ\x00', { kind: 'packed', how: 'xz' }],
  ['PK\x03\x04', { kind: 'packed', how: 'zip' }],
  ['7z\xbc\xaf\x27\x1c', { kind: 'packed', how: '7z' }],
  ['\x04\x22\x4d\x18', { kind: 'packed', how: 'LZ4' }],
];

const tableNames: Readonly<Record<string, Content>> = {
  csv: { kind: 'table' },
  tsv: { kind: 'table', delimiter: '\t' },
  tab: { kind: 'table', delimiter: '\t' },
  psv: { kind: 'table', delimiter: '|' },
};

/** `head`: the first bytes, more of them or less; `complete`: they are all. */
export function contentOf(
  head: Uint8Array,
  { key, contentType, complete }: { key: string; contentType: string | null; complete: boolean },
): Content {
  const first = String.fromCharCode(...head.subarray(0, 16));
  const known = magic.find(([sign]) => first.startsWith(sign))?.[1];
  if (known) return known;
  if (/^BZh[1-9]1AY/.test(first)) return { kind: 'packed', how: 'bzip2' };
  const format = imageFormat(head);
  if (format !== null) return { kind: 'image', format };
  const text = decodeText(head)?.text;
  return text === undefined ? { kind: 'bytes' } : textContent(text, { key, contentType, complete });
}

function textContent(
  text: string,
  { key, contentType, complete }: { key: string; contentType: string | null; complete: boolean },
): Content {
  const ending = /\.([a-z0-9]{1,12})$/i.exec(key)?.[1]?.toLowerCase() ?? '';
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  const page = pageOf(text, ending, type);
  if (page !== null) return { kind: 'page', what: page };
  const table = Object.hasOwn(tableNames, ending) ? tableNames[ending] : undefined;
  if (table) return table;
  const saysJson = /^(?:jsonl?|ndjson|geojson|ipynb|har)$/.test(ending) || /\bjson\b/.test(type);
  if (saysJson) return { kind: 'json', named: true };
  if (type === 'text/csv') return { kind: 'table' };
  if (type === 'text/tab-separated-values') return { kind: 'table', delimiter: '\t' };
  const looksSo = /^\s*[{[]/.test(text) && indentJson(text, complete).error === null;
  return looksSo ? { kind: 'json', named: false } : { kind: 'text' };
}

function pageOf(text: string, ending: string, type: string): 'SVG' | 'HTML' | null {
  if (ending === 'svg' || type === 'image/svg+xml') return 'SVG';
  if (/^x?html?$/.test(ending) || type === 'text/html' || type === 'application/xhtml+xml') return 'HTML';
  const start = text.slice(0, 2000);
  if (!/^\s*</.test(start)) return null;
  const root = /<(!doctype\s+html|html|svg)[\s>]/i.exec(start)?.[1]?.toLowerCase();
  if (root === undefined) return null;
  return root === 'svg' ? 'SVG' : 'HTML';
}
