/**
 * Copies or moves objects and whole folders, inside S3, also into another bucket. What is within itself is done level
 * by level, so that nothing is read which the same task has written.
 */

import { fitsKey } from '../../contract/s3-names.ts';
import type { CopySource, WorkTask } from '../../contract/s3-work.ts';
import { AppError } from '../../lib/app-error.ts';
import type { WorkBucket } from './bucket.ts';
import { head } from './head.ts';
import { hasAnything, listObjects } from './listed.ts';
import { removeSource } from './move-source.ts';
import { FINISH_FIRST, objectTarget, type Report, type Step, type Steps, trouble } from './step.ts';
import { writeCopy } from './write-copy.ts';

export interface CopyPlaces {
  from: WorkBucket;
  to: WorkBucket;
}
type Task = Extract<WorkTask, { task: 'copy' }>;
type FolderSource = Extract<CopySource, { kind: 'folder' }>;

export async function* copySteps(places: CopyPlaces, task: Task): Steps {
  const step = (key: string, version: string | null, toKey: string): Step => ({
    targets: [objectTarget(key, version)],
    run: (report) => copyOne(places, { key, version, toKey }, task, report),
  });
  for (const source of task.sources) {
    if (source.kind === 'object') yield step(source.key, source.version, source.toKey);
    else
      try {
        yield* folderSteps(places.from, source, step);
      } catch (error) {
        yield trouble({ kind: 'folder', prefix: source.prefix }, error);
      }
  }
}

async function* folderSteps(
  from: WorkBucket,
  source: FolderSource,
  step: (key: string, version: string | null, toKey: string) => Step,
): Steps {
  const { prefix, toPrefix } = source;
  const levels = await levelsOf(from, source);
  for (const [at, { level, deeper }] of levels.entries()) {
    if (at > 0) yield FINISH_FIRST;
    for await (const page of listObjects(from, level))
      for (const { key } of page) {
        const toKey = toPrefix + key.slice(prefix.length);
        // The object of the folder's own name has none in the root of a bucket.
        if (toKey !== '' && (deeper === null || !key.startsWith(deeper))) yield step(key, null, toKey);
      }
  }
}

interface Level {
  level: string;
  /** What lies below it belongs to another level. */
  deeper: string | null;
}

/**
 * One level for most. Where one prefix is the beginning of the other, what is copied to level n + 1 comes from level n
 * alone: the deepest goes first when it goes down, the highest when it goes up. In another bucket that is as good.
 */
async function levelsOf(from: WorkBucket, { prefix, toPrefix }: FolderSource): Promise<Level[]> {
  const goesDown = toPrefix.startsWith(prefix);
  const goesUp = !goesDown && prefix.startsWith(toPrefix);
  if (!goesDown && !goesUp) return [{ level: prefix, deeper: null }];
  const further = goesDown ? toPrefix.slice(prefix.length) : prefix.slice(toPrefix.length);
  if (further === '') return [{ level: prefix, deeper: null }];
  const levels: Level[] = [];
  // Keys have an end, and so have the levels.
  for (
    let level = prefix;
    fitsKey(level) && (level === prefix || (await hasAnything(from, level)));
    level += further
  )
    levels.push({ level, deeper: level + further });
  return goesDown ? levels.reverse() : levels;
}

interface One {
  key: string;
  version: string | null;
  toKey: string;
}

async function copyOne(
  { from, to }: CopyPlaces,
  one: One,
  { move, replace }: Task,
  report: Report,
): Promise<void> {
  const { key, version, toKey } = one;
  if (!fitsKey(toKey)) {
    const raw = 'Its new key would be longer than 1,024 bytes.';
    throw new AppError('s3-bad-request', { retry: 'never', subject: key, raw });
  }
  const source = await head(from, { key, version });
  const written = await writeCopy({ from, to, key, version, toKey, head: source, replace, change: null });
  if (written === 'there') return report.skipped();
  if (move) await removeSource(from, { key, version }, source);
  report.done(source.ContentLength ?? 0);
}
