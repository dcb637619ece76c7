/** What a work is called while it goes on and when it is over: honest counts, never more than S3 said. Pure. */
import type { Target, WorkTask } from '../../../../../electron/contract/s3-work.ts';
import { failureText } from '../../../../text/failure-text.ts';
import { counted, formatBytes, formatCount } from '../../../../text/format.ts';
import { targetWords } from '../target.ts';
import { settled, type Work } from './work.ts';

export interface WorkWords {
  /** `in lark-workbench` */
  where: string;
  /** How far it is, or what became of it. */
  state: string;
  under: string;
}

export function workWords(work: Work): WorkWords {
  return {
    where: whereWords(work),
    state: work.end ? endWords(work) : progressWords(work),
    under: work.end ? underEnd(work) : underProgress(work),
  };
}

/** What was ordered: `Delete 214 objects`, `Rename a.csv to b.csv`. Looks at every target. */
export function workTitle(order: Pick<Work, 'kind' | 'task'>): string {
  return `${doing[order.kind]} ${subject(order)}`;
}

/** For the head of the strip: `2 going on` */
export function stripWords(works: readonly Work[]): string {
  const going = works.filter(({ end }) => end === null).length;
  return going === 0 ? '' : `${formatCount(going)} going on`;
}

/** 0 to 1; null while it is not known how many there are. */
export function workShare(work: Work): number | null {
  const { found, counted } = work.progress;
  if (work.end?.kind === 'done') return 1;
  return counted && found > 0 ? Math.min(1, settled(work) / found) : null;
}

const doing: Record<Work['kind'], string> = {
  delete: 'Delete',
  undelete: 'Bring back',
  abandon: 'Give up',
  rename: 'Rename',
  copyTo: 'Copy',
  moveTo: 'Move',
  makePresent: 'Put on top',
  newFolder: 'Make the folder',
  editTags: 'Edit tags of',
  editHeaders: 'Edit headers of',
  restore: 'Restore',
};

const doneWords: Record<Work['kind'], string> = {
  delete: 'deleted',
  undelete: 'brought back',
  abandon: 'given up',
  rename: 'renamed',
  copyTo: 'copied',
  moveTo: 'moved',
  makePresent: 'put on top',
  newFolder: 'made',
  editTags: 'changed',
  editHeaders: 'written anew',
  restore: 'asked for',
};

function subject(work: Pick<Work, 'kind' | 'task'>): string {
  const targets = targetsIn(work.task);
  const objects = targets.flatMap((each) => (each.kind === 'object' ? [{ ...each, sizeBytes: 0 }] : []));
  const folders = targets.flatMap((each) => (each.kind === 'folder' ? [each.prefix] : []));
  const words = targetWords({ objects, folders });
  if (work.task.task === 'abandon')
    return objects.length === 1 ? `the upload of ${words}` : counted(objects.length, 'unfinished upload');
  if (work.task.task === 'delete' && work.task.everyVersion) return `every version of ${words}`;
  if (work.task.task === 'delete' && objects.length === 1 && objects[0]?.version !== null)
    return `one version of ${words}`;
  const [source] = work.task.task === 'copy' ? work.task.sources : [];
  if (work.kind !== 'rename' || !source) return words;
  const to = source.kind === 'object' ? source.toKey : source.toPrefix;
  const renamed =
    source.kind === 'object'
      ? { objects: [{ key: to, sizeBytes: 0, version: null }], folders: [] }
      : { objects: [], folders: [to] };
  return `${words} to ${targetWords(renamed)}`;
}

/** What a task is on, in the bucket it was begun in. */
export function targetsIn(task: WorkTask): Target[] {
  switch (task.task) {
    case 'newFolder':
      return [{ kind: 'folder', prefix: task.prefix }];
    case 'abandon':
      return task.uploads.map(({ key, upload }) => ({ kind: 'object', key, version: upload }));
    case 'undelete':
      return task.markers.map((marker) => ({ kind: 'object', ...marker }));
    case 'copy':
      return task.sources.map((each) =>
        each.kind === 'object'
          ? { kind: 'object', key: each.key, version: each.version }
          : { kind: 'folder', prefix: each.prefix },
      );
    default:
      return [...task.targets];
  }
}

function whereWords({ task, bucket }: Work): string {
  return task.task === 'copy' && task.toBucket !== bucket ? `${bucket} to ${task.toBucket}` : `in ${bucket}`;
}

function progressWords(work: Work): string {
  const { found, counted: isCounted } = work.progress;
  const sofar = settled(work);
  if (work.waiting) return 'Waits for the others';
  if (work.stopping) return 'Stopping';
  if (found === 0) return isCounted ? 'Nothing there' : 'Looking';
  return isCounted
    ? `${formatCount(sofar)} of ${formatCount(found)}`
    : `${formatCount(sofar)} of ${formatCount(found)} so far, still looking`;
}

function underProgress({ progress: { throttled, doneBytes, failed } }: Work): string {
  const parts: string[] = [];
  if (failed > 0) parts.push(`${formatCount(failed)} failed`);
  if (throttled) parts.push('slowed down by S3');
  else if (doneBytes > 0) parts.push(formatBytes(doneBytes));
  return parts.join(', ');
}

function endWords(work: Work): string {
  const { end, kind, progress } = work;
  const { done, failed, skipped, found } = progress;
  const so = `${formatCount(done)} ${doneWords[kind]}`;
  switch (end?.kind) {
    case 'failed':
      return done + failed + skipped === 0 ? failureText(end.failure).title : `${so}, then cut off`;
    case 'lost':
      return `${so} for certain`;
    case 'stopped':
      return `Stopped: ${so}`;
    case 'tooManyFailures':
      return `${formatCount(failed)} failed, ${so}`;
    default:
      if (failed > 0)
        return `${formatCount(failed)} of ${formatCount(Math.max(found, done + failed + skipped))} failed`;
      return done === 0 && skipped > 0 ? 'Nothing changed' : so;
  }
}

function underEnd(work: Work): string {
  const { end, progress, kind } = work;
  const { done, skipped, failed } = progress;
  const parts: string[] = [];
  if (end?.kind === 'done' && failed > 0 && done > 0) parts.push(`${formatCount(done)} ${doneWords[kind]}`);
  if (skipped > 0) parts.push(`${counted(skipped, 'was', 'were')} there already and stayed`);
  if (end?.kind === 'stopped' && failed > 0) parts.push(`${formatCount(failed)} failed`);
  if (end?.kind === 'tooManyFailures') parts.push('then stopped: the rest would fail as well');
  if (end?.kind === 'lost')
    parts.push('the part of Daypass that talks to S3 stopped, and may have done more');
  if (end?.kind === 'failed') parts.push(cutWords(work, done + failed + skipped));
  return parts.join('; ');
}

function cutWords({ end }: Work, settledCount: number): string {
  if (end?.kind !== 'failed') return '';
  const words = failureText(end.failure);
  return settledCount === 0 ? words.next : words.title;
}
