/** What was found out about the names of a download before it begins. Pure. */
import type { S3Answer } from '../../../../../electron/contract/s3-port.ts';
import { counted, formatCount } from '../../../../text/format.ts';

type Names = Omit<Extract<S3Answer, { kind: 'names' }>, 'id' | 'kind'>;

/** Null: nothing is known yet. */
export function namesWords(names: Names | null): string {
  if (!names) return 'Looking at the names';
  const { looked, renamed, complete, cut } = names;
  const many = counted(looked, 'name');
  const changed = renamed.count === 1 ? '1 changes' : `${formatCount(renamed.count)} change`;
  const found = `${renamed.count === 0 ? 'all fit' : changed} on this computer`;
  if (!complete) return `Of ${many} so far ${found}`;
  if (cut) return `Of the first ${many} ${found}`;
  if (looked === 0) return 'There is nothing in it';
  if (looked === 1)
    return renamed.count === 0 ? 'Its name fits this computer' : 'Its name changes on this computer';
  return `Of ${many} ${found}`;
}
