/**
 * The second door: what window and S3 process say to each other over their own port, and what main
 * says to that process. Every message is checked by these schemas on the side that receives it. Pure.
 */
import { z } from 'zod';
import { Failure } from './failure.ts';
import { inspectAnswers, inspectRequests } from './s3-inspect.ts';
import { ListPiece, ListProgress } from './s3-list.ts';
import { S3Bucket, S3Key, S3Prefix } from './s3-names.ts';
import { workAnswers, workRequests } from './s3-work.ts';
import { DownloadSource, Renamed } from './transfer.ts';

const requestId = z.number().int().nonnegative();
const pass = z.string().min(1).max(200);
const numbered = <S extends z.ZodRawShape>(shape: z.ZodObject<S>) => shape.extend({ id: requestId });

/**
 * Window → S3 process. `list` brings everything below the prefix, in S3's order, by itself; each `more`
 * acknowledges one piece, and with PIECES_ON_THE_WAY unacknowledged the listing waits. `stop` ends it at once.
 */
export const S3Request = z.discriminatedUnion('op', [
  z.strictObject({ id: requestId, op: z.literal('buckets'), pass }),
  z.strictObject({ id: requestId, op: z.literal('list'), pass, bucket: S3Bucket, prefix: S3Prefix }),
  /** Of a pasted address: where its bucket is (`region`: as it says), and what `key` names when that is not known. */
  z.strictObject({
    id: requestId,
    op: z.literal('look'),
    pass,
    bucket: S3Bucket,
    key: S3Key.nullable(),
    region: z.string().max(64).nullable(),
  }),
  numbered(inspectRequests.facts),
  numbered(inspectRequests.tags),
  numbered(inspectRequests.versions),
  numbered(inspectRequests.deleted),
  numbered(inspectRequests.unfinished),
  numbered(inspectRequests.versioning),
  numbered(inspectRequests.bytes),
  numbered(workRequests.work),
  numbered(workRequests.measure),
  /** What of these can't have its name on this computer, before it is fetched; `base` is left away from each key. */
  z.strictObject({
    id: requestId,
    op: z.literal('names'),
    pass,
    bucket: S3Bucket,
    base: S3Prefix,
    sources: z.array(DownloadSource).min(1).max(50_000),
  }),
  /** This pass's requests to this bucket agree to pay (Requester Pays) until `stop`, or until the port is gone. */
  z.strictObject({ id: requestId, op: z.literal('payer'), pass, bucket: S3Bucket }),
  z.strictObject({ id: requestId, op: z.literal('more') }),
  z.strictObject({ id: requestId, op: z.literal('stop') }),
]);
export type S3Request = z.infer<typeof S3Request>;

export const BucketEntry = z.strictObject({
  name: z.string().max(255),
  createdAt: z.number().nullable(),
  region: z.string().max(64).nullable(),
});
export type BucketEntry = z.infer<typeof BucketEntry>;

/** S3 process → window, `id` echoes the request. */
export const S3Answer = z.discriminatedUnion('kind', [
  z.strictObject({ id: requestId, kind: z.literal('buckets'), buckets: z.array(BucketEntry) }),
  z.strictObject({
    id: requestId,
    kind: z.literal('piece'),
    piece: ListPiece,
    progress: ListProgress,
    /** Where the bucket is, once an answer said so. */
    region: z.string().max(64).nullable(),
    /** True: that was all, and nothing more comes. */
    complete: z.boolean(),
  }),
  /** Null: S3 did not let it be seen. */
  z.strictObject({
    id: requestId,
    kind: z.literal('looked'),
    object: z.boolean().nullable(),
    folder: z.boolean().nullable(),
  }),
  z.strictObject({ id: requestId, kind: z.literal('progress'), progress: ListProgress }),
  numbered(inspectAnswers.facts),
  numbered(inspectAnswers.tags),
  numbered(inspectAnswers.versions),
  numbered(inspectAnswers.deleted),
  numbered(inspectAnswers.unfinished),
  numbered(inspectAnswers.versioning),
  numbered(inspectAnswers.bytes),
  numbered(workAnswers.work),
  numbered(workAnswers.measured),
  /** `cut`: there are more names than were looked at. */
  z.strictObject({
    id: requestId,
    kind: z.literal('names'),
    looked: z.number().int().nonnegative(),
    renamed: Renamed,
    complete: z.boolean(),
    cut: z.boolean(),
  }),
  /** To `payer`, which stays open. */
  z.strictObject({ id: requestId, kind: z.literal('noted') }),
  /** Nothing more comes. What a listing brought before stays true. */
  z.strictObject({ id: requestId, kind: z.literal('failed'), failure: Failure }),
]);
export type S3Answer = z.infer<typeof S3Answer>;
