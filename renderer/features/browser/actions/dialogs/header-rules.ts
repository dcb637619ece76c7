/**
 * Headers and metadata as they may be written, and what an edit changes. Pure. Source: S3 User Guide, "Working with
 * object metadata".
 */
import type { ObjectFacts } from '../../../../../electron/contract/s3-inspect.ts';
import type { HeaderChange } from '../../../../../electron/contract/s3-work.ts';

export const headerFields = [
  { name: 'contentType', words: 'Content-Type', example: 'text/csv' },
  { name: 'cacheControl', words: 'Cache-Control', example: 'max-age=3600' },
  { name: 'contentDisposition', words: 'Content-Disposition', example: 'attachment; filename="report.csv"' },
  { name: 'contentEncoding', words: 'Content-Encoding', example: 'gzip' },
  { name: 'contentLanguage', words: 'Content-Language', example: 'en' },
] as const;

export type HeaderName = (typeof headerFields)[number]['name'];
export type Headers = Record<HeaderName, string>;
export type Metadata = readonly { name: string; value: string }[];

/** Null: stays as it is. */
export interface HeadersForm {
  headers: Record<HeaderName, string | null>;
  metadata: Metadata | null;
}

const MOST_METADATA_BYTES = 2048;

export function headersIn(facts: ObjectFacts): Headers {
  const { contentType, cacheControl, contentDisposition, contentEncoding, contentLanguage } = facts;
  return {
    contentType: contentType ?? '',
    cacheControl: cacheControl ?? '',
    contentDisposition: contentDisposition ?? '',
    contentEncoding: contentEncoding ?? '',
    contentLanguage: contentLanguage ?? '',
  };
}

export function headerTrouble({ headers, metadata }: HeadersForm): string | null {
  for (const { name, words } of headerFields) {
    const value = headers[name] ?? '';
    if (!/^[\x20-\x7e]*$/.test(value)) return `${words} takes letters, numbers and signs of ASCII only.`;
    if (value.length > 2048) return `${words} is too long.`;
  }
  return metadata === null ? null : metadataTrouble(filledMetadata(metadata));
}

function metadataTrouble(metadata: Metadata): string | null {
  const names = new Set<string>();
  let bytes = 0;
  for (const { name, value } of metadata) {
    if (name === '') return `The metadata with the value ${value} has no name.`;
    if (!/^[a-z0-9!#$%&'*+.^_`|~-]+$/.test(name))
      return `${name}: a name is made of small letters, numbers, - and _.`;
    if (names.has(name)) return `There are two named ${name}.`;
    names.add(name);
    if (/\p{Cc}/u.test(value)) return `${name}: a value has no line breaks and no other control characters.`;
    bytes += new TextEncoder().encode(name + value).length;
  }
  return bytes > MOST_METADATA_BYTES ? 'Metadata has at most 2,048 bytes, names and values together.' : null;
}

export const filledMetadata = (rows: Metadata): Metadata =>
  rows.filter(({ name, value }) => name !== '' || value !== '');

/** Only what differs; null when nothing does. `before`: as it is now; null: of several, where each has its own. */
export function headerChange(
  before: { headers: Headers; metadata: Metadata } | null,
  { headers, metadata }: HeadersForm,
): HeaderChange | null {
  const change: HeaderChange = {};
  for (const { name } of headerFields) {
    const value = headers[name];
    if (value !== null && value !== before?.headers[name]) change[name] = value.trim();
  }
  if (metadata !== null) {
    const rows = filledMetadata(metadata);
    if (!before || JSON.stringify(pairs(rows)) !== JSON.stringify(pairs(before.metadata)))
      change.metadata = rows.map(({ name, value }) => ({ name, value }));
  }
  return Object.keys(change).length === 0 ? null : change;
}

const pairs = (rows: Metadata) => rows.map(({ name, value }) => [name, value]).sort();

/** Nothing is changed. */
export const noHeaders: HeadersForm['headers'] = {
  contentType: null,
  cacheControl: null,
  contentDisposition: null,
  contentEncoding: null,
  contentLanguage: null,
};
