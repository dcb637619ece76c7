/** One copy to be made, and what is known of it. Pure. */
import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import type { HeaderChange } from '../../contract/s3-work.ts';
import type { WorkBucket } from './bucket.ts';

export interface Copying {
  from: WorkBucket;
  to: WorkBucket;
  key: string;
  version: string | null;
  toKey: string;
  /** What HeadObject said of the source. */
  head: HeadObjectCommandOutput;
  /** False: only where nothing is. */
  replace: boolean;
  /** Of an object that is copied onto itself. */
  change: HeaderChange | null;
}

/** True also where a region is not known: then it is the pass's own. */
export function inOneRegion({ from, to }: Pick<Copying, 'from' | 'to'>): boolean {
  const [here, there] = [from.region(), to.region()];
  return here === undefined || there === undefined || here === there;
}

/** An ETag of 32 hex digits is the MD5 of the content; where it is not, nothing is claimed (S3 API Reference, "Object"). */
export function isSameContent(one: HeadObjectCommandOutput, other: HeadObjectCommandOutput): boolean {
  const isDigest = /^"[0-9a-f]{32}"$/.test(one.ETag ?? '') && !/kms/.test(one.ServerSideEncryption ?? '');
  return isDigest && one.ETag === other.ETag && one.ContentLength === other.ContentLength;
}
