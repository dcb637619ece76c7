/** Which of very many transfers the screen is told. Pure. */
import type { TransferProgress } from '../contract/transfer.ts';
import { isOver } from '../contract/under-way.ts';

export interface Queued {
  /** Those with a lower one come first. */
  turn: number;
  progress: TransferProgress | null;
}

export const PAGE = 100;

/** In the order they came, but those that wait for their turn last, in the order they will come. */
export function inTurn<T extends Queued>(all: Iterable<T>): T[] {
  const known = [...all];
  const waiting = known.filter(isQueued).sort((a, b) => a.turn - b.turn);
  return [...known.filter((one) => !isQueued(one)), ...waiting];
}

/**
 * A whole page where there are so many. `from`: so many before it; null: as the person has not looked elsewhere, with
 * what goes on.
 */
export function pageOf<T extends Queued>(
  all: readonly T[],
  from: number | null,
): { from: number; page: T[] } {
  if (all.length <= PAGE) return { from: 0, page: [...all] };
  // Else one that began long ago, or just now, would be hidden by those that are over.
  const over = all.filter(isOver);
  const sorted = [...over, ...all.filter((one) => !isOver(one))];
  const first = Math.min(from ?? over.length, all.length - PAGE);
  return { from: first, page: sorted.slice(first, first + PAGE) };
}

const isQueued = ({ progress }: Queued) => progress === null || progress.state.kind === 'queued';
