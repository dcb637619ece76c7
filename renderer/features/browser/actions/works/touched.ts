/** Which listings a work has changed, and where the cursor stands afterwards. Pure. */
import type { WorkTask } from '../../../../../electron/contract/s3-work.ts';
import type { Place } from '../../place.ts';
import type { Work } from './work.ts';

/** True when names, sizes or dates on screen may be others now. */
export function changedPlace(work: Pick<Work, 'bucket' | 'task' | 'progress'>, place: Place): boolean {
  if (work.progress.done === 0 || place.bucket === null) return false;
  const { task } = work;
  // Tags and unfinished uploads are not listed, and a restored object stays in its class.
  if (task.task === 'tags' || task.task === 'restore' || task.task === 'abandon') return false;
  if (place.bucket === work.bucket && fromKeys(task).some((key) => isAround(place.prefix, key))) return true;
  return task.task === 'copy' && place.bucket === task.toBucket && toKeys(task).some(under(place.prefix));
}

/** Where a person looks next: what has the new name, or came newly into being. Null: where the cursor was. */
export function landing({ task, kind, bucket }: Pick<Work, 'task' | 'kind' | 'bucket'>): string | null {
  if (task.task === 'newFolder') return task.prefix;
  if (kind !== 'rename' || task.task !== 'copy' || task.toBucket !== bucket) return null;
  const [source] = task.sources;
  if (!source) return null;
  return source.kind === 'object' ? source.toKey : source.toPrefix;
}

/** Keys and prefixes that are no longer there. One version of many leaves its key. */
export function goneKeys({ task }: Pick<Work, 'task'>): ReadonlySet<string> {
  if (task.task === 'delete' && task.targets.some((one) => one.kind === 'object' && one.version !== null))
    return new Set();
  if (task.task === 'delete' || (task.task === 'copy' && task.move)) return new Set(fromKeys(task));
  return new Set();
}

function fromKeys(task: WorkTask): string[] {
  switch (task.task) {
    case 'newFolder':
      return [task.prefix];
    case 'undelete':
      return task.markers.map(({ key }) => key);
    case 'abandon':
      return task.uploads.map(({ key }) => key);
    case 'copy':
      return task.move ? task.sources.map((each) => (each.kind === 'object' ? each.key : each.prefix)) : [];
    default:
      return task.targets.map((each) => (each.kind === 'object' ? each.key : each.prefix));
  }
}

function toKeys({ sources }: Extract<WorkTask, { task: 'copy' }>): string[] {
  return sources.map((each) => (each.kind === 'object' ? each.toKey : each.toPrefix));
}

const under = (prefix: string) => (key: string) => isAround(prefix, key);

/** The folder shows the key or a folder it is in, or is itself inside of what was touched. */
const isAround = (prefix: string, key: string) =>
  key.startsWith(prefix) || (key.endsWith('/') && prefix.startsWith(key)) || key === '';
