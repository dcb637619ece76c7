/** Where a person is in S3, and what a pasted path means. Pure; keys are taken as they are. */

import type { ConsolePlace } from '../../../electron/contract/console-place.ts';

/** `bucket` null: the list of buckets. `prefix` is empty or what S3 calls a common prefix. */
export interface Place {
  bucket: string | null;
  prefix: string;
}

export const allBuckets: Place = { bucket: null, prefix: '' };

export type ParsedPath =
  /** `object`: the key that was named, to put the cursor on. */
  { ok: true; place: Place; object: string | null } | { ok: false; why: string };

export function samePlace(a: Place, b: Place): boolean {
  return a.bucket === b.bucket && a.prefix === b.prefix;
}

export function parentPlace(place: Place): Place {
  if (place.bucket === null || place.prefix === '') return allBuckets;
  const cut = place.prefix.slice(0, -1).lastIndexOf('/');
  return { bucket: place.bucket, prefix: place.prefix.slice(0, cut + 1) };
}

/** `s3://bucket/prefix/`, exactly as S3 holds it, for copying. */
export function placeUri(place: Place): string {
  return place.bucket === null ? 's3://' : `s3://${place.bucket}/${place.prefix}`;
}

/** The console's page of it. */
export function consolePlace({ bucket, prefix }: Place, region: string | null): ConsolePlace {
  return bucket === null
    ? { kind: 'buckets' }
    : { kind: 'bucket', bucket, prefix, ...(region && { region }) };
}

/** Folder names of a prefix, in order; an empty one stands for two slashes in a row. */
export function prefixSegments(prefix: string): string[] {
  return prefix === '' ? [] : prefix.replace(/\/$/, '').split('/');
}

/** Takes `s3://bucket/key`, `bucket/prefix/`, a bucket's name, or an S3 ARN. Nothing but spaces around is changed. */
export function parsePath(typed: string): ParsedPath {
  const text = typed.trimStart().replace(/^(s3:\/\/|arn:aws[a-z-]*:s3:::)/i, '');
  const slash = text.indexOf('/');
  const bucket = (slash < 0 ? text : text.slice(0, slash)).trim();
  const key = slash < 0 ? '' : text.slice(slash + 1);
  if (bucket === '' && key === '') return { ok: true, place: allBuckets, object: null };
  if (bucket.length < 3) return { ok: false, why: 'A bucket’s name has at least three letters.' };
  if (bucket.length > 255) return { ok: false, why: 'That is too long for a bucket’s name.' };
  if (new TextEncoder().encode(key).length > 1024)
    return { ok: false, why: 'A key has at most 1,024 bytes.' };
  return { ok: true, ...keyPlace(bucket, key) };
}

/** A key without a slash at the end is a folder, unless its last part looks like a file's name. */
function keyPlace(bucket: string, key: string): { place: Place; object: string | null } {
  if (key === '' || key.endsWith('/')) return { place: { bucket, prefix: key }, object: null };
  const parent = key.slice(0, key.lastIndexOf('/') + 1);
  const looksLikeFile = /[^.]\.[A-Za-z0-9]{1,10}$/.test(key.slice(parent.length));
  return looksLikeFile
    ? { place: { bucket, prefix: parent }, object: key }
    : { place: { bucket, prefix: `${key}/` }, object: null };
}
