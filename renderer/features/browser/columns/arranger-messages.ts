/** What the window and the worker that sorts and filters say to each other; both are ours. Pure. */
import type { ListPiece } from '../../../../electron/contract/s3-list.ts';
import type { Sort } from './arrangement.ts';

export type ArrangerOrder =
  /** Forget the listing before; `prefixBytes` is how much of every key is not its name. */
  | { kind: 'begin'; prefixBytes: number }
  | { kind: 'piece'; piece: ListPiece }
  /** Arrange what came so far; an earlier job that still runs is dropped. */
  | { kind: 'arrange'; job: number; words: string[]; sort: Sort };

export interface Arranged {
  job: number;
  /** Row numbers in the wanted order, folders first. */
  numbers: Uint32Array<ArrayBuffer>;
  sizeBytes: number;
  /** Names that were looked through. */
  of: number;
}
