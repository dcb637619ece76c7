/** What a delete takes away and what can bring it back, before anybody presses anything. Pure. */
import type { Versioning } from '../../../../../electron/contract/s3-inspect.ts';
import { counted, formatBytes, formatCount } from '../../../../text/format.ts';
import type { ActionTarget } from '../begin.ts';
import { targetWords } from '../target.ts';

export interface Count {
  objects: number;
  sizeBytes: number;
  /** False: there are more. */
  complete: boolean;
}

/** `known` false: S3 has not answered yet. */
export interface DeleteFacts {
  target: ActionTarget;
  /** Null: nothing is counted yet. */
  count: Count | null;
  /** Counting was stopped or refused. */
  uncounted: boolean;
  versioning: Versioning | 'asking';
  everyVersion: boolean;
}

/** One version was chosen by its id, not the present object. */
export const ofVersion = ({ objects }: ActionTarget) => objects.some(({ version }) => version !== null);

const ofMarker = ({ objects }: ActionTarget) => objects.length === 1 && objects[0]?.isMarker === true;

export function deleteTitle({ target, everyVersion }: DeleteFacts): string {
  const what = targetWords(target);
  if (ofVersion(target)) {
    const { objects } = target;
    if (ofMarker(target)) return `Delete this delete marker of ${what}?`;
    return objects.length === 1
      ? `Delete this version of ${what}?`
      : `Delete ${counted(objects.length, 'version')}?`;
  }
  return everyVersion ? `Delete every version of ${what}?` : `Delete ${what}?`;
}

/** `214 objects, 1.2 GB, in lark-workbench.` */
export function countLine({ target, count, uncounted, everyVersion }: DeleteFacts): string {
  const where = `in ${target.bucket}`;
  if (ofMarker(target)) return `1 delete marker, ${where}.`;
  if (!count) return uncounted ? `Not counted, ${where}.` : `Counting ${where}…`;
  const what = everyVersion || ofVersion(target) ? 'version' : 'object';
  const number = `${counted(count.objects, what)}, ${formatBytes(count.sizeBytes)}`;
  if (count.complete) return `${number}, ${where}.`;
  return uncounted ? `At least ${number}, ${where}. There are more.` : `${number} so far, ${where}.`;
}

/** What becomes of it, and whether anything brings it back. */
export function fateLine({ target, versioning, everyVersion }: DeleteFacts): string {
  if (ofMarker(target))
    return 'A delete marker holds no bytes, so nothing is lost. If it is the newest, what is below it is the present one again.';
  if (ofVersion(target)) return 'This is for good: a deleted version can’t be brought back.';
  if (everyVersion) return 'This is for good: nothing is left, and nothing brings it back.';
  switch (versioning) {
    case 'asking':
      return 'Asking whether the bucket keeps versions…';
    case 'on':
      return 'The bucket keeps versions: each object gets a delete marker, and Undo takes it away again.';
    case 'suspended':
      return 'Versioning is suspended: what was written since then goes for good. Versions from before stay below a delete marker.';
    case 'never':
      return 'The bucket keeps no versions: this is for good.';
    default:
      return 'S3 does not tell this pass whether the bucket keeps versions. If it keeps none, this is for good.';
  }
}

/** Whether the person may choose between markers and every version. */
export const offersEveryVersion = ({ target, versioning }: DeleteFacts) =>
  !ofVersion(target) && (versioning === 'on' || versioning === 'suspended' || versioning === null);

export function deleteAct({ count, uncounted, everyVersion }: DeleteFacts): string {
  if (!count) return uncounted ? 'Delete without a count' : 'Delete';
  const number = formatCount(count.objects);
  const what = everyVersion ? ` ${count.objects === 1 ? 'version' : 'versions'}` : '';
  if (count.complete) return `Delete ${number}${what}`;
  return uncounted ? `Delete at least ${number}${what}` : 'Delete';
}

/** A delete waits for its number, or for the word that it is wanted without; and for what it means here. */
export function mayDelete({ count, uncounted, versioning }: DeleteFacts): boolean {
  return versioning !== 'asking' && (uncounted || count?.complete === true);
}
