/** Places in S3 that a person wants to come back to, each in its pass. Pure. */
import { z } from 'zod';
import { S3Bucket, S3Prefix } from './s3-names.ts';

export const MOST_BOOKMARKS = 200;
export const MOST_RECENTS = 30;

/** `prefix` is empty, the bucket itself, or ends with `/`. */
export const KeptPlace = z.strictObject({
  pass: z.string().min(1).max(200),
  bucket: S3Bucket,
  prefix: S3Prefix,
});
export type KeptPlace = z.infer<typeof KeptPlace>;

export interface PlacesView {
  /** In the order in which they were made. */
  bookmarks: KeptPlace[];
  /** The newest first. */
  recents: KeptPlace[];
}

export function sameKeptPlace(a: KeptPlace, b: KeptPlace): boolean {
  return a.pass === b.pass && a.bucket === b.bucket && a.prefix === b.prefix;
}
