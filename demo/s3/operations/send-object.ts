// GetObject and HeadObject: conditions, one range, and every header that tells of an object. Bytes are streamed as they
// are made.

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { S3Error } from '../errors.ts';
import { readRange } from '../range.ts';
import { refuseContent } from '../refusals.ts';
import { headerValue, queryValue } from '../sigv4.ts';
import { ARCHIVES, restoreHeader, restoreState } from '../store/restore.ts';
import { type Asked, askedVersion } from './asked.ts';
import { checksumHeaders } from './checksums.ts';
import { readConditions } from './conditions.ts';
import { type Found, findVersion, versionHeader } from './find-version.ts';
import { askedPart } from './read-part.ts';
import { encryptionHeaders } from './written-facts.ts';

/** GetObject's query parameters that replace a header of the answer. */
const REPLACED_HEADERS: Record<string, string> = {
  'response-cache-control': 'Cache-Control',
  'response-content-disposition': 'Content-Disposition',
  'response-content-encoding': 'Content-Encoding',
  'response-content-language': 'Content-Language',
  'response-content-type': 'Content-Type',
  'response-expires': 'Expires',
};

export async function getObject(asked: Asked): Promise<void> {
  const { request, bucket, key, rights, now, response } = asked;
  const id = askedVersion(request);
  rights.demand(id === undefined ? 's3:GetObject' : 's3:GetObjectVersion', bucket, key);
  const version = findVersion({ bucket, key, id, rights });
  const { object } = version;
  const isHead = request.method === 'HEAD';
  if (!isHead) {
    refuseContent(rights.user, bucket, key);
    refuseArchived(version, now, "The operation is not valid for the object's storage class");
  }
  if (readConditions(request, object) === 'not modified') {
    response.writeHead(304, { ETag: object.etag, 'Last-Modified': lastModified(version) }).end();
    return;
  }
  const asksRange = headerValue(request, 'range');
  const part = askedPart(asked, object);
  const range = part ?? readRange(asksRange, object.sizeBytes);
  if (range === 'unsatisfiable') {
    throw new S3Error(416, 'InvalidRange', 'The requested range is not satisfiable', {
      details: { RangeRequested: asksRange ?? '', ActualObjectSize: object.sizeBytes },
      headers: { 'Content-Range': `bytes */${object.sizeBytes}` },
    });
  }
  const { start, end } = range === 'whole' ? { start: 0, end: object.sizeBytes } : range;
  for (const [name, value] of Object.entries(headersOf(asked, version, range === 'whole')))
    response.setHeader(name, value);
  response.setHeader('Content-Length', end - start);
  if (part && object.partSizes) response.setHeader('x-amz-mp-parts-count', object.partSizes.length);
  if (range !== 'whole') response.setHeader('Content-Range', `bytes ${start}-${end - 1}/${object.sizeBytes}`);
  response.writeHead(range === 'whole' ? 200 : 206);
  if (isHead || start === end) {
    response.end();
    return;
  }
  // A client that hangs up in the middle is not a fault of ours.
  await pipeline(Readable.from(object.read(start, end)), response).catch(() => response.destroy());
}

/** Throws when the bytes are in an archive and no copy of them is there. */
export function refuseArchived({ object, restore }: Found, now: number, message: string): void {
  if (!ARCHIVES.includes(object.storageClass) || restoreState(restore, now) === 'there') return;
  throw new S3Error(403, 'InvalidObjectState', message, { details: { StorageClass: object.storageClass } });
}

function headersOf(asked: Asked, version: Found, isWhole: boolean): Record<string, string> {
  const { request, bucket, key, rights, now } = asked;
  const { object } = version;
  const restore = restoreHeader(version.restore, now);
  const tagCount = object.tags?.length ?? 0;
  // A sum is that of the whole, and told when asked for.
  const tellsSum = isWhole && headerValue(request, 'x-amz-checksum-mode')?.toUpperCase() === 'ENABLED';
  const headers: Record<string, string> = {
    'Accept-Ranges': 'bytes',
    'Content-Type': object.contentType,
    ETag: object.etag,
    'Last-Modified': lastModified(version),
    ...object.headers,
    ...encryptionHeaders(object),
    ...versionHeader(bucket, version),
    ...(object.storageClass !== 'STANDARD' && { 'x-amz-storage-class': object.storageClass }),
    ...(restore && { 'x-amz-restore': restore }),
    // Told to those only who may see the tags.
    ...(tagCount > 0 && rights.may('s3:GetObjectTagging', bucket, key)
      ? { 'x-amz-tagging-count': String(tagCount) }
      : {}),
    ...(tellsSum ? checksumHeaders(object.checksum) : {}),
  };
  for (const [name, value] of Object.entries(object.metadata ?? {})) headers[`x-amz-meta-${name}`] = value;
  for (const [parameter, header] of Object.entries(REPLACED_HEADERS)) {
    const value = queryValue(request, parameter);
    if (value !== undefined && /^[\x20-\x7e]*$/.test(value)) headers[header] = value;
  }
  return headers;
}

const lastModified = ({ object }: Found) => new Date(object.modifiedAt).toUTCString();
