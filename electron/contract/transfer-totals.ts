/** All transfers in a few numbers, so that a screen need not have all of them. Pure. */
import type { TransferView } from './snapshot.ts';
import type { TransferProgress, TransferStateName, TransferTotals } from './transfer.ts';
import { isUnderWay } from './under-way.ts';

type Seen = Pick<TransferView, 'progress'>;

export function totalsOf(views: readonly Seen[]): TransferTotals {
  const states: TransferTotals['states'] = {};
  const underWay = { doneBytes: 0, totalBytes: 0, counted: true, bytesPerSecond: 0 };
  for (const { progress } of views) {
    const name = stateName(progress);
    states[name] = (states[name] ?? 0) + 1;
    if (!progress || !isUnderWay(progress)) continue;
    underWay.doneBytes += progress.doneBytes;
    underWay.totalBytes += progress.totalBytes;
    underWay.counted &&= progress.files.counted;
    underWay.bytesPerSecond += progress.bytesPerSecond;
  }
  return { count: views.length, states, ...underWay };
}

function stateName(progress: TransferProgress | null): TransferStateName {
  if (!progress) return 'queued';
  const { state, files } = progress;
  if (state.kind === 'waiting') return state.for;
  if (state.kind === 'finished') return files.failed > 0 ? 'failed' : 'done';
  return state.kind;
}
