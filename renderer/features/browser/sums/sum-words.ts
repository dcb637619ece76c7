/** What is said of a folder's sum, and of all that is selected. Pure. */
import { clockWords } from '../../../../electron/contract/time.ts';
import { counted, formatBytes } from '../../../text/format.ts';
import type { Counted, Sum } from './sums.ts';

/** In the Size column. */
export function shortSumWords(sum: Sum): string {
  switch (sum.kind) {
    case 'waiting':
      return 'waits';
    case 'running':
      return `${formatBytes(sum.sizeBytes)} so far`;
    case 'done':
      return formatBytes(sum.sizeBytes);
    case 'failed':
      return 'not summed';
  }
}

/** `1.2 GB so far, 12,400 objects`, then `1.2 GB in 12,400 objects, as of 11:33`. */
export function sumWords(sum: Sum, now: number): string {
  switch (sum.kind) {
    case 'waiting':
      return 'Waits for two others to be summed';
    case 'running':
      return `${formatBytes(sum.sizeBytes)} so far, ${counted(sum.objects, 'object')}`;
    case 'done':
      return `${inObjects(sum)}, as of ${clockWords(sum.at, now)}`;
    case 'failed':
      return sum.objects > 0 ? `Not summed to the end: ${inObjects(sum)} so far` : 'Not summed';
  }
}

const inObjects = ({ objects, sizeBytes }: Counted) =>
  `${formatBytes(sizeBytes)} in ${counted(objects, 'object')}`;

export interface SelectionSum {
  /** Of objects that are selected by themselves. */
  objects: Counted;
  folders: readonly (Sum | undefined)[];
}

/** Of a selection with folders in it; their sums are in it as far as they are known. */
export function selectionSumWords({ objects, folders }: SelectionSum, now: number): string {
  const all = { ...objects };
  let unknown = 0;
  let isComing = false;
  let oldest = Number.POSITIVE_INFINITY;
  for (const sum of folders) {
    if (sum && 'objects' in sum) {
      all.objects += sum.objects;
      all.sizeBytes += sum.sizeBytes;
    }
    if (sum?.kind === 'done') oldest = Math.min(oldest, sum.at);
    else if (sum?.kind === 'running' || sum?.kind === 'waiting') isComing = true;
    else unknown++;
  }
  const missing = unknown > 0 ? `, without ${counted(unknown, 'folder')}` : '';
  if (isComing) return `${formatBytes(all.sizeBytes)} so far, ${counted(all.objects, 'object')}${missing}`;
  const when = oldest < Number.POSITIVE_INFINITY ? `, as of ${clockWords(oldest, now)}` : '';
  return `${inObjects(all)}${missing}${when}`;
}
