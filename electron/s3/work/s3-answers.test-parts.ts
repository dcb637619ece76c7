/** What the S3 for tests answers to each operation. */
import type { Store, Stored, Upload } from './store.test-parts.ts';

export interface Asked {
  method: string;
  bucket: string;
  key: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: string;
}
interface Answer {
  status?: number;
  headers?: Record<string, string>;
  xml?: string;
}
type StoreOf = (bucket: string) => Store;

export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(code);
  }
}

const KEPT = /^(content-(type|encoding|language|disposition)|cache-control|expires|x-amz-meta-.*)$/;
const TOLD =
  /^(x-amz-storage-class|x-amz-website-redirect-location|x-amz-server-side-encryption.*|x-amz-object-lock.*)$/;
/** One whole multipart copy's largest source by one request. */
const MOST_AT_ONCE = 5 * 1024 ** 3;

export function answerTo(asked: Asked, storeOf: StoreOf, pageSize: number): Answer {
  const { method, key, query } = asked;
  const store = storeOf(asked.bucket);
  const has = (name: string) => query.has(name);
  if (key === '') {
    if (method === 'POST' && has('delete')) return deleteMany(asked, store);
    if (method === 'GET' && has('versions')) return listVersions(asked, store, pageSize);
    if (method === 'GET') return list(asked, store, pageSize);
    return {};
  }
  if (has('tagging')) return tagging(asked, store);
  if (has('restore')) return restore(asked, store);
  if (has('uploads')) return initiate(asked, store);
  if (has('uploadId')) return ofUpload(asked, store, storeOf);
  if (method === 'HEAD' || method === 'GET') return head(asked, store);
  if (method === 'DELETE') return remove(asked, store);
  if (method === 'PUT')
    return asked.headers['x-amz-copy-source'] ? copy(asked, store, storeOf) : put(asked, store);
  throw new Refused(405, 'MethodNotAllowed');
}

const encode = (key: string) => encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/');
const toXml = (text: string) => text.replace(/[&<>\r\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const fromXml = (text: string) =>
  text
    .replace(/&#x([0-9A-Fa-f]+);/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
const tag = (name: string, text: string | number | boolean) => `<${name}>${text}</${name}>`;
const inside = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))].map(([, text = '']) => text);

function list({ query }: Asked, store: Store, pageSize: number): Answer {
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token');
  const keys = store
    .sortedKeys()
    .filter((key) => key.startsWith(prefix) && store.get(key))
    .filter((key) => after === null || Buffer.compare(Buffer.from(key), Buffer.from(after, 'base64')) > 0);
  const page = keys.slice(0, Math.min(pageSize, Number(query.get('max-keys') ?? 1000)));
  const more = page.length < keys.length;
  const rows = page.map((key) => {
    const { sizeBytes, etag, headers } = store.get(key) as Stored;
    const storageClass = headers['x-amz-storage-class'] ?? 'STANDARD';
    return tag(
      'Contents',
      tag('Key', encode(key)) +
        tag('Size', sizeBytes) +
        tag('ETag', etag) +
        tag('StorageClass', storageClass),
    );
  });
  const token = more ? tag('NextContinuationToken', Buffer.from(page.at(-1) ?? '').toString('base64')) : '';
  const inner = tag('EncodingType', 'url') + tag('IsTruncated', more) + token + rows.join('');
  return { xml: tag('ListBucketResult', inner) };
}

function listVersions({ query }: Asked, store: Store, pageSize: number): Answer {
  const prefix = query.get('prefix') ?? '';
  const all = store
    .sortedKeys()
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => [...(store.keys.get(key) ?? [])].reverse().map((stored) => ({ key, stored })));
  const marker = query.get('key-marker');
  // What the marker names may be deleted meanwhile; ids grow with time here.
  const number = (version: string) => Number(version.slice(1)) || 0;
  const from = all.filter(({ key, stored }) => {
    if (marker === null) return true;
    const order = Buffer.compare(Buffer.from(key), Buffer.from(marker));
    return (
      order > 0 || (order === 0 && number(stored.version) < number(query.get('version-id-marker') ?? ''))
    );
  });
  const page = from.slice(0, pageSize);
  const last = page.at(-1);
  const more = page.length < from.length;
  const rows = page.map(({ key, stored }) =>
    tag(
      stored.isMarker ? 'DeleteMarker' : 'Version',
      tag('Key', encode(key)) +
        tag('VersionId', stored.version) +
        (stored.isMarker ? '' : tag('Size', stored.sizeBytes)),
    ),
  );
  const next =
    more && last
      ? tag('NextKeyMarker', encode(last.key)) + tag('NextVersionIdMarker', last.stored.version)
      : '';
  return {
    xml: tag(
      'ListVersionsResult',
      tag('EncodingType', 'url') + tag('IsTruncated', more) + next + rows.join(''),
    ),
  };
}

function deleteMany({ body }: Asked, store: Store): Answer {
  const rows = inside(body, 'Object').map((object) => {
    const key = fromXml(inside(object, 'Key')[0] ?? '');
    const version = inside(object, 'VersionId')[0] ?? null;
    const marker = store.delete(key, version);
    const said = marker ? tag('DeleteMarker', true) + tag('DeleteMarkerVersionId', marker.version) : '';
    return tag(
      'Deleted',
      tag('Key', toXml(key)) + (version === null ? '' : tag('VersionId', version)) + said,
    );
  });
  return { xml: tag('DeleteResult', rows.join('')) };
}

function found(store: Store, key: string, version: string | null): Stored {
  const stored = store.find(key, version);
  if (!stored) throw new Refused(404, 'NoSuchKey');
  if (stored.isMarker)
    throw new Refused(version === null ? 404 : 405, version === null ? 'NoSuchKey' : 'MethodNotAllowed', {
      'x-amz-delete-marker': 'true',
      'x-amz-version-id': stored.version,
    });
  return stored;
}

const versionOf = ({ query }: Asked) => query.get('versionId');
const isThere = (store: Store, { key, headers }: Asked) =>
  headers['if-none-match'] === '*' && store.get(key) !== undefined;

function head(asked: Asked, store: Store): Answer {
  const { sizeBytes, etag, headers, version } = found(store, asked.key, versionOf(asked));
  const versioned: Record<string, string> = version === 'null' ? {} : { 'x-amz-version-id': version };
  return { headers: { ...headers, ...versioned, 'Content-Length': String(sizeBytes), ETag: etag } };
}

function put(asked: Asked, store: Store): Answer {
  if (isThere(store, asked)) throw new Refused(412, 'PreconditionFailed');
  const { etag } = store.put(asked.key, asked.body, { headers: pick(asked.headers, KEPT) });
  return { headers: { ETag: etag } };
}

function remove(asked: Asked, store: Store): Answer {
  const expected = asked.headers['if-match'];
  if (expected !== undefined && store.get(asked.key)?.etag !== expected) {
    throw store.get(asked.key) ? new Refused(412, 'PreconditionFailed') : new Refused(404, 'NoSuchKey');
  }
  const marker = store.delete(asked.key, versionOf(asked));
  const said: Record<string, string> = marker
    ? { 'x-amz-delete-marker': 'true', 'x-amz-version-id': marker.version }
    : {};
  return { status: 204, headers: said };
}

const pick = (headers: Record<string, string>, which: RegExp) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => which.test(name)));

function sourceOf({ headers }: Asked, storeOf: StoreOf) {
  const [path = '', query = ''] = (headers['x-amz-copy-source'] ?? '').split('?');
  const [bucket = '', ...rest] = path.split('/');
  const version = new URLSearchParams(query).get('versionId');
  const key = decodeURIComponent(rest.join('/'));
  const stored = found(storeOf(decodeURIComponent(bucket)), key, version);
  const expected = headers['x-amz-copy-source-if-match'];
  if (expected !== undefined && expected !== stored.etag) throw new Refused(412, 'PreconditionFailed');
  return { key, bucket, version, stored };
}

function copy(asked: Asked, store: Store, storeOf: StoreOf): Answer {
  const { stored, key, bucket, version } = sourceOf(asked, storeOf);
  const replaces = asked.headers['x-amz-metadata-directive'] === 'REPLACE';
  const isSelf = key === asked.key && decodeURIComponent(bucket) === asked.bucket && version === null;
  if (stored.sizeBytes > MOST_AT_ONCE || (isSelf && !replaces)) throw new Refused(400, 'InvalidRequest');
  if (stored.headers['x-amz-storage-class'] === 'GLACIER') throw new Refused(403, 'InvalidObjectState');
  if (isThere(store, asked)) throw new Refused(412, 'PreconditionFailed');
  const headers = { ...pick(replaces ? asked.headers : stored.headers, KEPT), ...pick(asked.headers, TOLD) };
  const made = store.put(asked.key, stored.body, { headers, tags: stored.tags, sizeBytes: stored.sizeBytes });
  return { xml: tag('CopyObjectResult', tag('ETag', made.etag)) };
}

function tagging(asked: Asked, store: Store): Answer {
  const stored = found(store, asked.key, versionOf(asked));
  if (asked.method === 'PUT') {
    stored.tags = inside(asked.body, 'Tag').map((one) => [
      fromXml(inside(one, 'Key')[0] ?? ''),
      fromXml(inside(one, 'Value')[0] ?? ''),
    ]);
    return {};
  }
  const rows = stored.tags.map(([name, value]) =>
    tag('Tag', tag('Key', toXml(name)) + tag('Value', toXml(value))),
  );
  return { xml: tag('Tagging', tag('TagSet', rows.join(''))) };
}

function restore(asked: Asked, store: Store): Answer {
  const stored = found(store, asked.key, versionOf(asked));
  if (stored.headers['x-amz-restore']) throw new Refused(409, 'RestoreAlreadyInProgress');
  stored.headers['x-amz-restore'] = 'ongoing-request="true"';
  return { status: 202 };
}

function initiate(asked: Asked, store: Store): Answer {
  const tags = [...new URLSearchParams(asked.headers['x-amz-tagging'] ?? '')] as [string, string][];
  const headers = { ...pick(asked.headers, KEPT), ...pick(asked.headers, TOLD) };
  const id = store.begin({ key: asked.key, headers, tags });
  return { xml: tag('InitiateMultipartUploadResult', tag('UploadId', id)) };
}

function ofUpload(asked: Asked, store: Store, storeOf: StoreOf): Answer {
  const id = asked.query.get('uploadId') ?? '';
  const upload = store.uploads.get(id);
  if (!upload) throw new Refused(404, 'NoSuchUpload');
  if (asked.method === 'DELETE') {
    store.uploads.delete(id);
    return { status: 204 };
  }
  if (asked.method === 'PUT') return part(asked, upload, storeOf);
  if (isThere(store, asked)) throw new Refused(412, 'PreconditionFailed');
  const parts = [...upload.parts].sort(([a], [b]) => a - b).map(([, one]) => one);
  let end = -1;
  for (const { first, last } of parts) {
    if (first !== end + 1) throw new Refused(400, 'InvalidPart');
    end = last;
  }
  const more = { headers: upload.headers, tags: upload.tags, sizeBytes: end + 1 };
  const made = store.put(asked.key, parts[0]?.body ?? '', more);
  store.uploads.delete(id);
  return { xml: tag('CompleteMultipartUploadResult', tag('ETag', made.etag)) };
}

function part(asked: Asked, upload: Upload, storeOf: StoreOf): Answer {
  const { stored } = sourceOf(asked, storeOf);
  const [, first = '', last = ''] =
    /^bytes=(\d+)-(\d+)$/.exec(asked.headers['x-amz-copy-source-range'] ?? '') ?? [];
  if (Number(last) >= stored.sizeBytes) throw new Refused(416, 'InvalidRange');
  const etag = `"${asked.query.get('partNumber')?.padStart(32, '0')}"`;
  const number = Number(asked.query.get('partNumber'));
  upload.parts.set(number, { etag, body: stored.body, first: Number(first), last: Number(last) });
  return { xml: tag('CopyPartResult', tag('ETag', etag)) };
}
