/** What a person asks of a link to one object, and what is told about it. Pure. SECURITY: never the link itself. */
import { z } from 'zod';
import { S3Version } from './s3-inspect.ts';
import { S3Bucket, S3Key } from './s3-names.ts';

/** Signature Version 4: a signed link lives for a week at most (S3 User Guide, "Presigned URLs"). */
export const LONGEST_LINK_SECONDS = 604_800;
/** A session that is over sooner gives no link. */
export const SHORTEST_LINK_SECONDS = 60;

/** A name that a browser may give to what it downloads: no folder, nothing unseen. */
export const LinkFileName = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}/\\]+$/u);

export const LinkWish = z.strictObject({
  pass: z.string().min(1).max(200),
  bucket: S3Bucket,
  key: S3Key,
  /** Null: the one that is present when the link is used. */
  version: S3Version.nullable(),
  /** Reads the object, or replaces it. */
  method: z.enum(['GET', 'PUT']),
  /** From now on; the end of the session may come first. */
  seconds: z.number().int().min(SHORTEST_LINK_SECONDS).max(LONGEST_LINK_SECONDS),
  /** What a browser saves it as; null: as the object says. */
  fileName: LinkFileName.nullable(),
  /** Of a guarded pass, to replace: the bucket's name. */
  typed: z.string().max(255).nullable(),
});
export type LinkWish = z.infer<typeof LinkWish>;
