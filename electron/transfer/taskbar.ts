/** All transfers as one bar on the taskbar or the dock. Pure. Source: Electron, "Progress Bars". */
import type { TransferView } from '../contract/snapshot.ts';
import { isUnderWay } from '../contract/under-way.ts';

export interface Bar {
  /** 0 to 1; -1 takes the bar away, 2 is one without an end. */
  value: number;
  mode: 'normal' | 'paused' | 'none';
}

const NO_BAR: Bar = { value: -1, mode: 'none' };
const ENDLESS = 2;

export function taskbarOf(views: readonly Pick<TransferView, 'progress'>[]): Bar {
  const all = views.flatMap(({ progress }) => (progress && isUnderWay(progress) ? [progress] : []));
  if (all.length === 0) return NO_BAR;
  const mode = all.every(({ state }) => state.kind === 'waiting') ? 'paused' : 'normal';
  const total = all.reduce((sum, { totalBytes }) => sum + totalBytes, 0);
  const done = all.reduce((sum, { doneBytes }) => sum + doneBytes, 0);
  const counted = all.every(({ files }) => files.counted);
  if (total === 0 || !counted) return { value: ENDLESS, mode };
  // A whole percent: the taskbar shows no more, and is told no oftener.
  return { value: Math.floor((done / total) * 100) / 100, mode };
}
