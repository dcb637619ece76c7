/** The words between main and the transfer process, checked on both sides. Pure. */
import { z } from 'zod';
import {
  ConflictAnswer,
  TransferAct,
  TransferId,
  TransferLimits,
  TransferOrder,
  TransferProgress,
} from '../contract/transfer.ts';
import { mainAnswers, mainAsks, ServerTimeTold } from '../s3/messages.ts';

export const ToTransferProcess = z.discriminatedUnion('kind', [
  ...mainAnswers,
  /** First of all: where journals are; those that are there are gone on with. */
  z.strictObject({
    kind: z.literal('begin'),
    folder: z.string().min(1).max(4096),
    platform: z.string().max(20),
    limits: TransferLimits,
  }),
  z.strictObject({ kind: z.literal('limits'), limits: TransferLimits }),
  z.strictObject({ kind: z.literal('order'), order: TransferOrder }),
  z.strictObject({
    kind: z.literal('do'),
    what: TransferAct,
    transfer: TransferId,
  }),
  z.strictObject({ kind: z.literal('answer'), transfer: TransferId, conflict: ConflictAnswer }),
  /** Everything stops where it is, to be gone on with at the next start; answered by `left`. */
  z.strictObject({ kind: z.literal('leave') }),
]);
export type ToTransferProcess = z.infer<typeof ToTransferProcess>;

export const FromTransferProcess = z.discriminatedUnion('kind', [
  ...mainAsks,
  ServerTimeTold,
  /** `turn`: those with a lower one come first. */
  z.strictObject({ kind: z.literal('known'), order: TransferOrder, turn: z.number() }),
  z.strictObject({ kind: z.literal('turn'), transfer: TransferId, turn: z.number() }),
  z.strictObject({ kind: z.literal('progress'), progress: TransferProgress }),
  z.strictObject({ kind: z.literal('gone'), transfer: TransferId }),
  /** All that there was to go on with is known now. */
  z.strictObject({ kind: z.literal('wentOn') }),
  z.strictObject({ kind: z.literal('left') }),
]);
export type FromTransferProcess = z.infer<typeof FromTransferProcess>;
