// DeleteObject, and what it says of one key, which DeleteObjects says of many.

import { notImplemented } from '../errors.ts';
import type { Version } from '../store/version.ts';
import { type Asked, askedVersion, wholeSecond } from './asked.ts';

export function deleteObject(asked: Asked): void {
  const { bucket, request, response } = asked;
  const id = askedVersion(request);
  const gone = deleteKey(asked, asked.key, id);
  response
    .writeHead(204, {
      ...(bucket.isVersioned && { 'x-amz-version-id': gone?.id ?? id ?? '' }),
      ...(gone && !gone.object && { 'x-amz-delete-marker': 'true' }),
    })
    .end();
}

/** The marker that was laid, or the version that was taken away; undefined when there was nothing. */
export function deleteKey(asked: Asked, key: string, id: string | undefined): Version | undefined {
  const { rights, bucket, now } = asked;
  rights.demand(id === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion', bucket, key);
  const removed = bucket.remove(key, id, wholeSecond(now));
  if (removed === 'refused') throw notImplemented();
  return removed;
}
