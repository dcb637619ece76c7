/**
 * What is done to objects on a person's word: a closed list of tasks, each on many objects and whole folders, and how
 * far one is. Pure. SECURITY: a session that is read-only, or whose pass is guarded, is refused in the S3 process.
 */
import { z } from 'zod';
import { Failure } from './failure.ts';
import { S3Tag, S3Version } from './s3-inspect.ts';
import { S3Bucket, S3Key, S3Prefix } from './s3-names.ts';

/** More than this goes by their folder. */
export const MOST_TARGETS = 50_000;
/** A task with as many failures, and more to do, is stopped: what fails so often fails for all. So many are told. */
export const MOST_FAILURES = 1000;

/** `version` null: the present one. A folder is everything below it; its prefix ends with `/`. */
export const Target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('object'), key: S3Key, version: S3Version.nullable() }),
  z.strictObject({ kind: z.literal('folder'), prefix: S3Prefix.min(1) }),
]);
export type Target = z.infer<typeof Target>;
export const Targets = z.array(Target).min(1).max(MOST_TARGETS);

/** Of a measure: the empty prefix is the whole bucket, which nothing else may take. */
const MeasureTarget = z.discriminatedUnion('kind', [
  Target.options[0],
  z.strictObject({ kind: z.literal('folder'), prefix: S3Prefix }),
]);

const CopySource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('object'), key: S3Key, version: S3Version.nullable(), toKey: S3Key }),
  /** What is below `prefix` goes below `toPrefix`, names unchanged. */
  z.strictObject({ kind: z.literal('folder'), prefix: S3Prefix.min(1), toPrefix: S3Prefix }),
]);
export type CopySource = z.infer<typeof CopySource>;

const header = z.string().max(2048).optional();

/** Headers that are written anew; those that are left out stay. An empty one goes. */
export const HeaderChange = z.strictObject({
  contentType: header,
  contentEncoding: header,
  contentLanguage: header,
  contentDisposition: header,
  cacheControl: header,
  /** The whole of it, names in lower case without `x-amz-meta-`. */
  metadata: z
    .array(z.strictObject({ name: z.string().min(1).max(256), value: z.string().max(2048) }))
    .max(100)
    .optional(),
});
export type HeaderChange = z.infer<typeof HeaderChange>;

export const RestoreTier = z.enum(['Expedited', 'Standard', 'Bulk']);
export type RestoreTier = z.infer<typeof RestoreTier>;

export const WorkTask = z.discriminatedUnion('task', [
  /**
   * `everyVersion`: nothing is left, in versioned buckets too, and nothing brings it back. A version that is named is
   * deleted for good as well.
   */
  z.strictObject({ task: z.literal('delete'), targets: Targets, everyVersion: z.boolean() }),
  /** Takes delete markers away again. */
  z.strictObject({
    task: z.literal('undelete'),
    markers: z
      .array(z.strictObject({ key: S3Key, version: S3Version }))
      .min(1)
      .max(MOST_TARGETS),
  }),
  /**
   * `move`: the source goes once its copy is whole. `replace` false: what is there already stays and counts as skipped.
   * Sources that would write what another reads or writes, and moves into themselves, are refused (`s3-places-overlap`).
   */
  z.strictObject({
    task: z.literal('copy'),
    toBucket: S3Bucket,
    sources: z.array(CopySource).min(1).max(MOST_TARGETS),
    move: z.boolean(),
    replace: z.boolean(),
  }),
  /** Unfinished uploads are given up; nobody can go on with them then. */
  z.strictObject({
    task: z.literal('abandon'),
    uploads: z
      .array(z.strictObject({ key: S3Key, upload: S3Version }))
      .min(1)
      .max(MOST_TARGETS),
  }),
  /** An empty object whose key ends with `/`. */
  z.strictObject({ task: z.literal('newFolder'), prefix: S3Prefix.min(1) }),
  z.strictObject({
    task: z.literal('tags'),
    targets: Targets,
    put: z.array(S3Tag).max(10),
    remove: z.array(z.string().min(1).max(128)).max(50),
  }),
  z.strictObject({ task: z.literal('headers'), targets: Targets, change: HeaderChange }),
  z.strictObject({
    task: z.literal('restore'),
    targets: Targets,
    tier: RestoreTier,
    days: z.number().int().min(1).max(365),
  }),
]);
export type WorkTask = z.infer<typeof WorkTask>;

const pass = z.string().min(1).max(200);

export const workRequests = {
  /** `typed`: what the person typed to confirm; of a guarded pass the bucket's name, for deletes and overwrites. */
  work: z.strictObject({
    op: z.literal('work'),
    pass,
    bucket: S3Bucket,
    task: WorkTask,
    typed: z.string().max(255).nullable(),
  }),
  /** Counts objects and bytes, present versions only unless `everyVersion`. */
  measure: z.strictObject({
    op: z.literal('measure'),
    pass,
    bucket: S3Bucket,
    targets: z.array(MeasureTarget).min(1).max(MOST_TARGETS),
    everyVersion: z.boolean(),
  }),
};

const count = z.number().int().nonnegative();

export const WorkFailure = z.strictObject({ target: Target, failure: Failure });
export type WorkFailure = z.infer<typeof WorkFailure>;

/** Counts are of everything so far; `failures` and `undo` are only what is new since the answer before. */
export const WorkProgress = z.strictObject({
  /** Objects found so far; `counted` once no more are looked for. */
  found: count,
  counted: z.boolean(),
  done: count,
  doneBytes: z.number().nonnegative(),
  skipped: count,
  failed: count,
  failures: z.array(WorkFailure).max(MOST_FAILURES),
  /** Delete markers that `undelete` takes away again; at most MOST_TARGETS in all. */
  undo: z.array(z.strictObject({ key: S3Key, version: S3Version })).max(MOST_FAILURES),
  throttled: z.boolean(),
});
export type WorkProgress = z.infer<typeof WorkProgress>;

export const workAnswers = {
  /**
   * Null: it goes on. `stopped`: by a person, or because the session ended; that is one failure, `s3-session-ended`,
   * `no-session` or `s3-other-role`, of whatever met it. `tooManyFailures`: after MOST_FAILURES. What was done stays
   * done, `failures` holds what was tried and refused, all else is untouched and no failure: the same task may be begun
   * again, and finds only what is left. (A copy that replaces is made again.)
   */
  work: z.strictObject({
    kind: z.literal('work'),
    progress: WorkProgress,
    ended: z.enum(['done', 'stopped', 'tooManyFailures']).nullable(),
  }),
  measured: z.strictObject({
    kind: z.literal('measured'),
    objects: count,
    sizeBytes: z.number().nonnegative(),
    complete: z.boolean(),
  }),
};
