/**
 * What is refused before anything happens. Pure. SECURITY: read-only and guard are enforced here, in the process that
 * signs, whatever a window says.
 */
import type { Failure } from '../../contract/failure.ts';
import type { WorkTask } from '../../contract/s3-work.ts';
import type { SessionFacts } from '../session-clients.ts';
import { overlap } from './overlap.ts';

export interface Wanted {
  bucket: string;
  task: WorkTask;
  typed: string | null;
}

export function refusal({ scope, guarded }: SessionFacts, { bucket, task, typed }: Wanted): Failure | null {
  if (scope === 'read-only') return { code: 's3-read-only', retry: 'never', subject: bucket };
  if (guarded && isFinal(task) && typed !== bucket)
    return { code: 's3-guarded', retry: 'never', subject: bucket };
  const odd = foldersOf(task).find((prefix) => !prefix.endsWith('/'));
  if (odd !== undefined) return { code: 's3-bad-request', retry: 'never', subject: odd };
  const place = task.task === 'copy' ? overlap(bucket, task) : null;
  return place === null ? null : { code: 's3-places-overlap', retry: 'never', subject: place.slice(0, 512) };
}

/** It deletes or writes over something, or ends what somebody may be sending. */
function isFinal(task: WorkTask): boolean {
  if (task.task === 'copy') return task.move || task.replace;
  return task.task === 'delete' || task.task === 'headers' || task.task === 'abandon';
}

/** Without the `/` they would name other folders too. */
function foldersOf(task: WorkTask): string[] {
  switch (task.task) {
    case 'undelete':
    case 'abandon':
      return [];
    case 'newFolder':
      return [task.prefix];
    case 'copy':
      return task.sources.flatMap((source) =>
        source.kind === 'folder' ? [source.prefix, source.toPrefix].filter((prefix) => prefix !== '') : [],
      );
    default:
      return task.targets.flatMap((target) => (target.kind === 'folder' ? [target.prefix] : []));
  }
}
