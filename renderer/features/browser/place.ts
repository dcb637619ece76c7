/** Where a person is in S3, and where an address leads. Pure; keys are taken as they are. */

import type { ConsolePlace } from '../../../electron/contract/console-place.ts';
import type { AddressedPlace } from '../../../electron/contract/s3-address.ts';

/** `bucket` null: the list of buckets. `prefix` is empty or what S3 calls a common prefix. */
export interface Place {
  bucket: string | null;
  prefix: string;
}

export const allBuckets: Place = { bucket: null, prefix: '' };

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

/** What S3 let be seen of a key; null: nothing. */
export interface Seen {
  object: boolean | null;
  folder: boolean | null;
}

/** Where an address leads: a folder, or the folder of an object with the cursor on it. */
export function placeOf(
  { bucket, key, names }: AddressedPlace,
  seen: Seen = { object: null, folder: null },
): { place: Place; object: string | null } {
  if (key === '' || key.endsWith('/')) return { place: { bucket, prefix: key }, object: null };
  const parent = key.slice(0, key.lastIndexOf('/') + 1);
  const asObject = names === 'object' || isRatherObject(key.slice(parent.length), seen);
  return asObject
    ? { place: { bucket, prefix: parent }, object: key }
    : { place: { bucket, prefix: `${key}/` }, object: null };
}

/** What S3 says counts; else what looks like a file's name is one. Both: the object, its folder stands beside it. */
function isRatherObject(name: string, { object, folder }: Seen): boolean {
  if (object === true) return true;
  if (folder === true) return false;
  return /[^.]\.[A-Za-z0-9]{1,10}$/.test(name);
}
