/**
 * Files on their way between this computer and S3: what a person ordered, and how far it is. Pure.
 * SECURITY: an order holds paths and names, no credentials; it is what the journal on disk begins with.
 */
import { z } from 'zod';
import { Failure } from './failure.ts';
import { S3Bucket, S3Key, S3Prefix } from './s3-names.ts';

export const TransferId = z.string().regex(/^[0-9a-f-]{36}$/);

/** What happens where something of that name is there already. `compare`: skipped when size and date say it is the same. */
export const ConflictAnswer = z.enum(['skip', 'replace', 'keepBoth', 'compare']);
export type ConflictAnswer = z.infer<typeof ConflictAnswer>;
/** `ask`: such files are held back until the person says. */
export const ConflictPolicy = z.enum(['ask', ...ConflictAnswer.options]);
export type ConflictPolicy = z.infer<typeof ConflictPolicy>;

const path = z.string().min(1).max(32_767);
const common = {
  id: TransferId,
  pass: z.string().min(1).max(200),
  /** Another role must not go on with what this one began. */
  roleArn: z.string().min(20).max(2048),
  bucket: S3Bucket,
  conflict: ConflictPolicy,
  /** The person agreed to pay for requests to this bucket when it was ordered. */
  requesterPays: z.boolean().optional(),
  orderedAt: z.number(),
};

export const UploadOrder = z.strictObject({
  kind: z.literal('upload'),
  ...common,
  /** Files and folders of this computer, absolute. A folder goes up under its own name. */
  sources: z.array(path).min(1).max(10_000),
  /** Empty, or ends with `/`. */
  toPrefix: S3Prefix,
});
export type UploadOrder = z.infer<typeof UploadOrder>;

export const DownloadSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('object'), key: S3Key }),
  z.strictObject({ kind: z.literal('folder'), prefix: S3Prefix }),
]);
export type DownloadSource = z.infer<typeof DownloadSource>;

export const DownloadOrder = z.strictObject({
  kind: z.literal('download'),
  ...common,
  sources: z.array(DownloadSource).min(1).max(50_000),
  /** What is left away from each key; the rest becomes the path below `to`. */
  base: S3Prefix,
  /** `file`: this very file, of one object. */
  to: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('file'), path }),
    z.strictObject({ kind: z.literal('folder'), path }),
  ]),
});
export type DownloadOrder = z.infer<typeof DownloadOrder>;

export const TransferOrder = z.discriminatedUnion('kind', [UploadOrder, DownloadOrder]);
export type TransferOrder = z.infer<typeof TransferOrder>;

const count = z.number().int().nonnegative();

export const TransferState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('queued') }),
  z.strictObject({ kind: z.literal('running') }),
  z.strictObject({ kind: z.literal('paused') }),
  /**
   * Goes on by itself once that is there again. `role`: the pass has a session of another role; `answer`: all else is
   * done, and names are taken.
   */
  z.discriminatedUnion('for', [
    z.strictObject({ kind: z.literal('waiting'), for: z.enum(['signIn', 'network', 'role', 'answer']) }),
    z.strictObject({
      kind: z.literal('waiting'),
      for: z.literal('disk'),
      missingBytes: z.number().nullable(),
    }),
  ]),
  /** Nothing is under way any more; `files` tells how many failed. */
  z.strictObject({ kind: z.literal('finished') }),
  z.strictObject({ kind: z.literal('cancelled') }),
  /** The whole order failed, not a file of it. */
  z.strictObject({ kind: z.literal('failed'), failure: Failure }),
]);
export type TransferState = z.infer<typeof TransferState>;

/** What a person calls it; `queued` ones wait for their turn, the others of `waiting` for what it is. */
export type TransferStateName =
  | Exclude<TransferState['kind'], 'waiting' | 'finished'>
  | Extract<TransferState, { kind: 'waiting' }>['for']
  | 'done';

/** Of all transfers, however many. Bytes and speed are of those under way; `counted`: no more will be found. */
export interface TransferTotals {
  count: number;
  states: Partial<Record<TransferStateName, number>>;
  doneBytes: number;
  totalBytes: number;
  counted: boolean;
  bytesPerSecond: number;
}

/** What a person allows transfers to take; null: as much as is good. */
export const TransferLimits = z.strictObject({
  uploadBytesPerSecond: z.number().positive().nullable(),
  downloadBytesPerSecond: z.number().positive().nullable(),
  /** Transfers under way at the same time. */
  atOnce: z.number().int().positive(),
  /** Requests of them, each way. */
  requests: z.number().int().positive().nullable(),
});
export type TransferLimits = z.infer<typeof TransferLimits>;

/** A file that failed; the first hundred of a transfer. */
export const FileFailure = z.strictObject({ name: z.string().max(4096), failure: Failure });
export const MOST_FILE_FAILURES = 100;

export const Renamed = z.strictObject({
  count,
  first: z
    .array(z.strictObject({ name: z.string().max(4096), as: z.string().max(32_767) }))
    .max(MOST_FILE_FAILURES),
});
export type Renamed = z.infer<typeof Renamed>;

export const TransferProgress = z.strictObject({
  id: TransferId,
  state: TransferState,
  /** `counted`: no more will be found. */
  files: z.strictObject({ found: count, counted: z.boolean(), done: count, skipped: count, failed: count }),
  doneBytes: z.number().nonnegative(),
  totalBytes: z.number().nonnegative(),
  /** Of the last seconds; 0 while nothing moves. */
  bytesPerSecond: z.number().nonnegative(),
  failures: z.array(FileFailure).max(MOST_FILE_FAILURES),
  /** Files that are held back because their name is taken, and the names of the first of them. */
  taken: z.strictObject({ count, names: z.array(z.string().max(4096)).max(MOST_FILE_FAILURES) }),
  /** Files that can't have their key's name on this computer, and what the first of them are called instead. */
  renamed: Renamed,
});
/** What can be done about one. `first`, `earlier` and `later`: of those that wait for their turn. */
export const TransferAct = z.enum([
  'pause',
  'resume',
  'cancel',
  'retry',
  'dismiss',
  'first',
  'earlier',
  'later',
]);
export type TransferAct = z.infer<typeof TransferAct>;

export type TransferProgress = z.infer<typeof TransferProgress>;
