/**
 * The same page read by another reader: saxes and a stack, keys decoded by the standard library. It knows nothing of
 * how the app reads. Pure.
 */
import { SaxesParser } from 'saxes';

export interface OtherRow {
  /** The key's bytes, one character each. */
  key: string;
  size: number;
  /** Epoch ms, NaN when it is not said. */
  date: number;
  storageClass: string;
}

export interface OtherPage {
  objects: OtherRow[];
  /** Their keys' bytes. */
  folders: string[];
  truncated: boolean;
  token: string | null;
}

/** 'malformed': a parser of XML does not take it; a text: why it is no page of names. */
export type Reading = { page: OtherPage } | { malformed: true } | { why: string };

interface Element {
  name: string;
  text: string;
  children: Element[];
}

export function readOther(bytes: Uint8Array): Reading {
  const root = parsed(bytes);
  if (root === null) return { malformed: true };
  if (root.name !== 'ListBucketResult') return { why: `the root is ${root.name}` };
  try {
    return { page: pageIn(root) };
  } catch (error) {
    return { why: String(error) };
  }
}

function parsed(bytes: Uint8Array): Element | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
  // A parser makes one line end of the two signs; keys are read as they stand.
  if (text.includes('\r')) return null;
  const parser = new SaxesParser();
  const document: Element = { name: '', text: '', children: [] };
  const open = [document];
  let broken = false;
  parser.on('error', () => {
    broken = true;
  });
  parser.on('opentag', ({ name }) => {
    const element = { name, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (more) => {
    const element = open.at(-1);
    if (element) element.text += more;
  });
  parser.write(text).close();
  return broken ? null : (document.children[0] ?? null);
}

function pageIn(root: Element): OtherPage {
  const setting = (name: string) => lastLeaf(root, name);
  const url = setting('EncodingType') === 'url';
  const objects = inside(root, 'Contents').map((one) => objectIn(one, url));
  const folders = inside(root, 'CommonPrefixes').map((one) => nameIn(one, 'Prefix', url));
  const truncated = setting('IsTruncated');
  if (truncated !== 'true' && truncated !== 'false') throw new Error('truncated or not?');
  const count = setting('KeyCount');
  if (count !== null && ![objects.length, objects.length + folders.length].includes(Number(count)))
    throw new Error('another count than is said');
  const token = truncated === 'true' ? setting('NextContinuationToken') || null : null;
  return { objects, folders, truncated: truncated === 'true', token };
}

function objectIn(element: Element, url: boolean): OtherRow {
  const size = lastLeaf(element, 'Size') ?? '0';
  if (!/^\d{1,16}$/.test(size)) throw new Error(`a size of ${size}`);
  const storageClass = lastLeaf(element, 'StorageClass') ?? 'STANDARD';
  return {
    key: nameIn(element, 'Key', url),
    size: Number(size),
    date: dateOf(lastLeaf(element, 'LastModified')),
    storageClass,
  };
}

function nameIn(element: Element, name: string, url: boolean): string {
  const said = lastLeaf(element, name);
  if (said === null || said === '') throw new Error(`no ${name}`);
  const bytes = url ? unescaped(said) : Buffer.from(said, 'utf8').toString('latin1');
  new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bytes, 'latin1'));
  return bytes;
}

/** As forms are decoded (WHATWG URL, application/x-www-form-urlencoded), but nothing half is let through. */
export function unescaped(text: string): string {
  const bytes = Buffer.from(text, 'utf8').toString('latin1').replaceAll('+', ' ');
  if (/%(?![0-9a-fA-F]{2})/.test(bytes)) throw new Error('a percent sign that stands for nothing');
  return bytes.replace(/%(..)/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function dateOf(text: string | null): number {
  if (text === null) return Number.NaN;
  const at = Date.parse(text);
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(at))
    throw new Error(`a time of ${text}`);
  return at;
}

const inside = (element: Element, name: string) => element.children.filter((child) => child.name === name);

/** Of several the last one; none may hold elements. */
function lastLeaf(element: Element, name: string): string | null {
  const all = inside(element, name);
  if (all.some(({ children }) => children.length > 0)) throw new Error(`elements in ${name}`);
  return all.at(-1)?.text ?? null;
}
