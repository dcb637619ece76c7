/** Reads one answer to ListObjectVersions, in its own order; what S3 can't have meant is refused. Pure. */
import { SaxesParser } from 'saxes';
import type { ObjectVersion } from '../../contract/s3-inspect.ts';
import { garbled } from '../listing/garbled.ts';
import { cut, momentOf } from './object-facts.ts';

export interface VersionsPage {
  /** As S3 lists them: keys by their bytes, the versions of a key from the newest to the oldest. */
  entries: (ObjectVersion & { key: string })[];
  truncated: boolean;
  /** The last key, or common prefix, that was looked at. */
  nextKey: string | null;
}

/** The document is `<Error>`, although the status said success. */
export class ErrorInstead extends Error {
  override readonly name = 'ErrorInstead';
}

const ROOT = 'ListVersionsResult';

export function readVersions(xml: Uint8Array): VersionsPage {
  const entries: VersionsPage['entries'] = [];
  const settings = new Map<string, string>();
  let entry = new Map<string, string>();
  const open: string[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  // SECURITY: S3 sends none; entities of its own could make a document grow.
  parser.on('doctype', () => {
    throw new Error('a DOCTYPE');
  });
  parser.on('opentag', ({ name }) => {
    if (open.length === 0 && name === 'Error') throw new ErrorInstead();
    if (open.length === 0 && name !== ROOT) throw new Error('no list of versions');
    open.push(name);
    text = '';
    if (open.length === 2) entry = new Map();
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => {
    open.pop();
    if (open.length === 2) entry.set(name, text);
    else if (open.length !== 1) return;
    else if (name === 'Version' || name === 'DeleteMarker') entries.push(entryOf(name, entry));
    else settings.set(name, text);
  });
  const decoded = new TextDecoder('utf-8', { fatal: true });
  try {
    parser.write(decoded.decode(xml)).close();
    const isUrl = settings.get('EncodingType') === 'url';
    const keyOf = (raw: string) => (isUrl ? decodeURIComponent(raw.replaceAll('+', ' ')) : raw);
    const truncated = settings.get('IsTruncated');
    // Every page of S3 says whether there is more; a page of some portal does not.
    if (truncated !== 'true' && truncated !== 'false')
      throw new Error('it is not said whether there is more');
    const next = settings.get('NextKeyMarker');
    return {
      entries: entries.map((raw) => ({ ...raw, key: keyOf(raw.key) })),
      truncated: truncated === 'true',
      nextKey: next ? keyOf(next) : null,
    };
  } catch (error) {
    if (error instanceof ErrorInstead) throw error;
    throw garbled(error instanceof Error ? error.message : 'no list of versions', xml);
  }
}

function entryOf(kind: string, said: ReadonlyMap<string, string>): VersionsPage['entries'][number] {
  const key = said.get('Key');
  const size = Number(said.get('Size') ?? '0');
  if (!key) throw new Error('something without a name');
  if (!Number.isSafeInteger(size) || size < 0) throw new Error('a size that is no number');
  const isMarker = kind === 'DeleteMarker';
  const etag = said.get('ETag');
  return {
    key,
    version: cut(said.get('VersionId') || 'null', 1024),
    isMarker,
    isPresent: said.get('IsLatest') === 'true',
    modifiedAt: momentOf(new Date(said.get('LastModified') ?? '')),
    sizeBytes: isMarker ? 0 : size,
    storageClass: isMarker ? '' : cut(said.get('StorageClass') || 'STANDARD', 64),
    etag: etag === undefined ? null : cut(etag, 2048),
  };
}
