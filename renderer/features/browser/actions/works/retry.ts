/** The same task again, on only what is left of it. Pure. */
import type { CopySource, Target, WorkTask } from '../../../../../electron/contract/s3-work.ts';
import type { Work } from './work.ts';

/** On only those that failed; null when none did. */
export function retryTask({ task, failures }: Pick<Work, 'task' | 'failures'>): WorkTask | null {
  if (failures.length === 0) return null;
  const targets = failures.map(({ target }) => target);
  switch (task.task) {
    case 'newFolder':
      return task;
    case 'undelete':
      return { ...task, markers: targets.flatMap(markerOf) };
    case 'abandon':
      return {
        ...task,
        uploads: targets.flatMap(markerOf).map(({ key, version: upload }) => ({ key, upload })),
      };
    case 'copy':
      return { ...task, sources: targets.flatMap((target) => sourceOf(target, task.sources)) };
    default:
      return { ...task, targets };
  }
}

/**
 * The whole again, for work that was cut off. Without what is known to be done: a second delete of a key with versions
 * would put a second delete marker.
 */
export function restTask({ task, undo }: Pick<Work, 'task' | 'undo'>): WorkTask | null {
  if (task.task !== 'delete' || undo.length === 0) return task;
  const gone = new Set(undo.map(({ key }) => key));
  const targets = task.targets.filter((each) => each.kind === 'folder' || !gone.has(each.key));
  return targets.length === 0 ? null : { ...task, targets };
}

function markerOf(target: Target): { key: string; version: string }[] {
  if (target.kind !== 'object' || target.version === null) return [];
  return [{ key: target.key, version: target.version }];
}

/** Where a failed target was to go: as it was ordered itself, or by the innermost ordered folder around it. */
function sourceOf(target: Target, sources: readonly CopySource[]): CopySource[] {
  for (const source of sources) {
    if (target.kind === 'object' && source.kind === 'object') {
      if (source.key === target.key && source.version === target.version) return [source];
    } else if (target.kind === 'folder' && source.kind === 'folder') {
      if (source.prefix === target.prefix) return [source];
    }
  }
  const at = target.kind === 'object' ? target.key : target.prefix;
  const around = sources
    .filter((source) => source.kind === 'folder' && at.startsWith(source.prefix))
    .sort((a, b) => lengthOf(b) - lengthOf(a))[0];
  if (around?.kind !== 'folder') return [];
  const to = around.toPrefix + at.slice(around.prefix.length);
  return target.kind === 'object'
    ? [{ kind: 'object', key: target.key, version: target.version, toKey: to }]
    : [{ kind: 'folder', prefix: target.prefix, toPrefix: to }];
}

const lengthOf = (source: CopySource) => (source.kind === 'folder' ? source.prefix.length : 0);
