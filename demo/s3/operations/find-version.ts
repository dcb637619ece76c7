// Finds the version a request speaks of, or says in S3's words why there is none.

import type { Bucket } from '../buckets.ts';
import type { DemoObject } from '../content/object.ts';
import { methodNotAllowed, noSuchKey, noSuchVersion, S3Error } from '../errors.ts';
import type { Rights } from '../rights.ts';
import type { Version } from '../store/version.ts';

export type Found = Version & { object: DemoObject };

interface Wanted {
  bucket: Bucket;
  key: string;
  /** Undefined: the present one. */
  id: string | undefined;
  rights: Rights;
}

/** Throws for what does not exist, and for delete markers. */
export function findVersion({ bucket, key, id, rights }: Wanted): Found {
  const version = bucket.find(key, id);
  if (version?.object) return { ...version, object: version.object };
  // Who may not list is not told whether a key exists (S3 API reference, GetObject).
  if (!rights.mayList(bucket, key)) throw rights.denied('s3:ListBucket', `arn:aws:s3:::${bucket.name}`);
  if (!version) throw id === undefined ? noSuchKey(key) : noSuchVersion(key, id);
  const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': version.id };
  if (id === undefined) {
    throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.', {
      details: { Key: key },
      headers,
    });
  }
  throw methodNotAllowed({
    ...headers,
    Allow: 'DELETE',
    'Last-Modified': new Date(version.modifiedAt).toUTCString(),
  });
}

/** The header that names a version; nothing where versions are not kept. */
export function versionHeader(bucket: Bucket, version: { id: string }): Record<string, string> {
  return bucket.isVersioned ? { 'x-amz-version-id': version.id } : {};
}
