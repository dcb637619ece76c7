/**
 * What a pasted address leads to: where its bucket is, and whether its key is an object, a folder, both, or nothing to
 * be seen. Two LIST requests of one name each, because rights are often given by prefix, and a refused one says nothing
 * about the other. One world: S3.
 */
import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { type BucketOfPass, findRegion, inBucketRegion, type RegionParts } from './in-bucket-region.ts';

/** Null: S3 did not let it be seen, or it was not asked. */
export interface Seen {
  object: boolean | null;
  folder: boolean | null;
}

/** `region`: where the address says the bucket is. `key` null: only the region is looked for. */
export async function look(
  parts: RegionParts,
  where: BucketOfPass,
  { key, region }: { key: string | null; region: string | null },
): Promise<Seen> {
  if (region !== null) parts.regions.hintRegion(where.pass, where.bucket, region);
  await findRegion(parts, where);
  if (key === null) return { object: null, folder: null };
  const first = (prefix: string) =>
    inBucketRegion(parts, where, (client) => firstKey(client, where.bucket, prefix)).catch(() => undefined);
  const [named, below] = await Promise.all([first(key), first(`${key}/`)]);
  return {
    object: named === undefined ? null : named === key,
    folder: below === undefined ? null : below !== null,
  };
}

/** A key is the first of all that begin with it. */
async function firstKey(client: S3Client, bucket: string, prefix: string): Promise<string | null> {
  const ask = { Bucket: bucket, Prefix: prefix, MaxKeys: 1, EncodingType: 'url' } as const;
  const { Contents, EncodingType } = await client.send(new ListObjectsV2Command(ask));
  const key = Contents?.[0]?.Key;
  if (key === undefined) return null;
  // S3 encodes as forms do.
  return EncodingType === 'url' ? decodeURIComponent(key.replaceAll('+', ' ')) : key;
}
