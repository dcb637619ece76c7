/** Which transfers something is still to be done for by itself; a pause is a person's. Pure. */
import type { TransferProgress } from '../contract/transfer.ts';

export function isUnderWay({ state }: Pick<TransferProgress, 'state'>): boolean {
  return ['queued', 'running', 'waiting'].includes(state.kind);
}
