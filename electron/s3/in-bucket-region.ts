/** Does something with a bucket where the bucket is: by what is known, else by what S3's refusal or HeadBucket says. */
import { HeadBucketCommand, type S3Client } from '@aws-sdk/client-s3';
import type { BucketRegions } from './bucket-regions.ts';
import { isElsewhere, isNowhere, notEnabled, regionIn } from './region-errors.ts';
import type { ClientOf } from './session-clients.ts';

export interface RegionParts {
  clientOf: ClientOf;
  regions: BucketRegions;
}
export interface BucketOfPass {
  pass: string;
  bucket: string;
}

export async function inBucketRegion<T>(
  { clientOf, regions }: RegionParts,
  { pass, bucket }: BucketOfPass,
  work: (client: S3Client) => Promise<T>,
): Promise<T> {
  const client = await clientOf(pass, bucket);
  try {
    return await work(client);
  } catch (error) {
    const asked = await client.config.region();
    const home = await (await clientOf(pass)).config.region();
    const disabled = notEnabled(error, asked, home);
    if (disabled) throw disabled;
    if (isNowhere(error) && regions.forgetHint(pass, bucket)) return work(await clientOf(pass, bucket));
    if (!isElsewhere(error)) throw error;
    const told = regionIn(error) ?? (await regionByHead(await clientOf(pass), bucket).catch(() => null));
    if (told === null || told === asked) throw error;
    regions.learnRegion(pass, bucket, told);
    const there = await clientOf(pass, bucket);
    return work(there).catch((again: unknown) => {
      throw notEnabled(again, told, home) ?? again;
    });
  }
}

/** Asks S3 where a bucket is, unless it has said so before. Never rejects: what it can't say, the next request will. */
export async function findRegion(
  { clientOf, regions }: RegionParts,
  { pass, bucket }: BucketOfPass,
): Promise<void> {
  // An access point's region is in its name.
  if (regions.isSure(pass, bucket) || bucket.startsWith('arn:')) return;
  const ask = async () => regionByHead(await clientOf(pass, bucket), bucket);
  const told = await ask()
    .catch((error: unknown) => (isNowhere(error) && regions.forgetHint(pass, bucket) ? ask() : null))
    .catch(() => null);
  if (told !== null) regions.learnRegion(pass, bucket, told);
}

/** S3 tells it in a header of every answer to HeadBucket, refusals included (S3 API Reference, "HeadBucket"). */
export async function regionByHead(client: S3Client, bucket: string): Promise<string | null> {
  try {
    return (await client.send(new HeadBucketCommand({ Bucket: bucket }))).BucketRegion ?? null;
  } catch (error) {
    if (isNowhere(error)) throw error;
    return regionIn(error);
  }
}
