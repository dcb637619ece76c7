/** A page of the AWS console that a pass may be taken to. Pure. */
import { z } from 'zod';
import { S3Bucket, S3Key, S3Prefix } from './s3-names.ts';

/** Where the bucket lies, when that is known: else the pass's own region is named. */
const region = z.string().min(1).max(64).optional();

export const ConsolePlace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('home') }),
  z.strictObject({ kind: z.literal('buckets') }),
  z.strictObject({ kind: z.literal('bucket'), bucket: S3Bucket, prefix: S3Prefix, region }),
  z.strictObject({ kind: z.literal('object'), bucket: S3Bucket, key: S3Key, region }),
]);
export type ConsolePlace = z.infer<typeof ConsolePlace>;
