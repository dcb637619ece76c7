/** What a window asks of one object, or of what was deleted in a folder, and what S3 told. Pure. */
import { z } from 'zod';
import { S3Bucket, S3Key, S3Prefix } from './s3-names.ts';

/** Opaque; `null` is the id of what was written before versioning. Source: S3 User Guide, "How S3 Versioning works". */
export const S3Version = z.string().min(1).max(1024);

/** One answer to `bytes` brings at most this much. */
export const MOST_BYTES_READ = 8_388_608;

const pass = z.string().min(1).max(200);
const inBucket = { pass, bucket: S3Bucket };
/** Null: the present version. */
const ofObject = { ...inBucket, key: S3Key, version: S3Version.nullable() };

export const inspectRequests = {
  facts: z.strictObject({ op: z.literal('facts'), ...ofObject }),
  tags: z.strictObject({ op: z.literal('tags'), ...ofObject }),
  /** A page of the versions of one key, newest first; `after`: the last one of the page before. */
  versions: z.strictObject({
    op: z.literal('versions'),
    ...inBucket,
    key: S3Key,
    after: S3Version.nullable(),
  }),
  /** A page of the keys below the prefix, not deeper, whose newest version is a delete marker; `after` as it was answered. */
  deleted: z.strictObject({
    op: z.literal('deleted'),
    ...inBucket,
    prefix: S3Prefix,
    after: S3Key.nullable(),
  }),
  /** A page of the uploads by parts below the prefix, and deeper, that were not ended; `after` as it was answered. */
  unfinished: z.strictObject({
    op: z.literal('unfinished'),
    ...inBucket,
    prefix: S3Prefix,
    after: z.strictObject({ key: S3Key, upload: S3Version }).nullable(),
  }),
  versioning: z.strictObject({ op: z.literal('versioning'), ...inBucket }),
  /** Part of an object's bytes; `etag`: of that very content only. */
  bytes: z.strictObject({
    op: z.literal('bytes'),
    ...ofObject,
    from: z.number().int().nonnegative(),
    length: z.number().int().min(1).max(MOST_BYTES_READ),
    etag: z.string().max(1024).nullable(),
  }),
};

const moment = z.number().nullable();
const words = z.string().max(2048);

/** HeadObject's answer; null where S3 did not say. Moments are epoch ms. */
export const ObjectFacts = z.strictObject({
  sizeBytes: z.number().int().nonnegative(),
  modifiedAt: moment,
  /** With its quotation marks. */
  etag: words.nullable(),
  version: S3Version.nullable(),
  contentType: words.nullable(),
  contentEncoding: words.nullable(),
  contentLanguage: words.nullable(),
  contentDisposition: words.nullable(),
  cacheControl: words.nullable(),
  /** The header, as it was written. */
  expires: words.nullable(),
  websiteRedirect: words.nullable(),
  storageClass: z.string().max(64),
  /** Of Intelligent-Tiering, such as `ARCHIVE_ACCESS`. */
  archiveStatus: z.string().max(64).nullable(),
  /** Of an archived object: a copy that can be read is being made, or is there until then. */
  restore: z.strictObject({ ongoing: z.boolean(), until: moment }).nullable(),
  encryption: z
    .strictObject({
      kind: z.enum(['SSE-S3', 'SSE-KMS', 'DSSE-KMS', 'SSE-C', 'other']),
      keyArn: words.nullable(),
      bucketKey: z.boolean(),
    })
    .nullable(),
  checksums: z
    .array(
      z.strictObject({ algorithm: z.string().max(32), value: z.string().max(256), ofWhole: z.boolean() }),
    )
    .max(16),
  /** The person's own, in the order of the answer, names without `x-amz-meta-`. */
  metadata: z.array(z.strictObject({ name: words, value: words })).max(2048),
  /** Metadata that S3 could not put into headers. */
  metadataMissing: z.number().int().nonnegative(),
  parts: z.number().int().nullable(),
  tagCount: z.number().int().nullable(),
  lock: z
    .strictObject({ mode: z.string().max(32).nullable(), until: moment, legalHold: z.boolean() })
    .nullable(),
  replication: z.string().max(64).nullable(),
});
export type ObjectFacts = z.infer<typeof ObjectFacts>;

export const S3Tag = z.strictObject({ name: z.string().min(1).max(128), value: z.string().max(256) });
export type S3Tag = z.infer<typeof S3Tag>;

export const ObjectVersion = z.strictObject({
  version: S3Version,
  /** A delete marker: since then the key is not listed, and nothing of it is lost. */
  isMarker: z.boolean(),
  /** What everybody gets now. */
  isPresent: z.boolean(),
  modifiedAt: moment,
  sizeBytes: z.number().int().nonnegative(),
  storageClass: z.string().max(64),
  etag: words.nullable(),
});
export type ObjectVersion = z.infer<typeof ObjectVersion>;

export const DeletedObject = z.strictObject({ key: S3Key, marker: S3Version, deletedAt: moment });
export type DeletedObject = z.infer<typeof DeletedObject>;

/** `upload`: its id, opaque. `by`: who began it, as S3 calls them. */
export const UnfinishedUpload = z.strictObject({
  key: S3Key,
  upload: S3Version,
  startedAt: moment,
  by: words.nullable(),
});
export type UnfinishedUpload = z.infer<typeof UnfinishedUpload>;

/** `null`: S3 did not let it be seen. */
export const Versioning = z.enum(['never', 'on', 'suspended']).nullable();
export type Versioning = z.infer<typeof Versioning>;

export const inspectAnswers = {
  facts: z.strictObject({ kind: z.literal('facts'), facts: ObjectFacts }),
  tags: z.strictObject({ kind: z.literal('tags'), tags: z.array(S3Tag).max(50) }),
  versions: z.strictObject({
    kind: z.literal('versions'),
    versions: z.array(ObjectVersion).max(1000),
    complete: z.boolean(),
  }),
  deleted: z.strictObject({
    kind: z.literal('deleted'),
    deleted: z.array(DeletedObject).max(1000),
    /** Null: that was all. */
    after: S3Key.nullable(),
  }),
  unfinished: z.strictObject({
    kind: z.literal('unfinished'),
    uploads: z.array(UnfinishedUpload).max(1000),
    /** Null: that was all. */
    after: z.strictObject({ key: S3Key, upload: S3Version }).nullable(),
  }),
  versioning: z.strictObject({ kind: z.literal('versioning'), versioning: Versioning }),
  bytes: z.strictObject({
    kind: z.literal('bytes'),
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= MOST_BYTES_READ),
    /** Of the whole object. */
    totalBytes: z.number().int().nonnegative(),
    /** Of the content that these are from, for whoever reads on; null for that of an empty object. */
    etag: words.nullable(),
  }),
};
/** Any of them, before it is numbered. */
export type InspectAnswer = z.infer<(typeof inspectAnswers)[keyof typeof inspectAnswers]>;
