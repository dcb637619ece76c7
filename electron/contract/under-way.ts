/** Which transfers something is still to be done for by itself; a pause is a person's. Pure. */
import type { TransferProgress } from './transfer.ts';

/** Nothing of it goes on by itself any more. */
export function isOver({ progress }: { progress: Pick<TransferProgress, 'state'> | null }): boolean {
  return progress !== null && ['finished', 'cancelled', 'failed'].includes(progress.state.kind);
}

/** Goes on only when the person says what becomes of names that are taken. */
export const asks = ({ state }: Pick<TransferProgress, 'state'>) =>
  state.kind === 'waiting' && state.for === 'answer';

export function isUnderWay({ state }: Pick<TransferProgress, 'state'>): boolean {
  return ['queued', 'running', 'waiting'].includes(state.kind);
}
