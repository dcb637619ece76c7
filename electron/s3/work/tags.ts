/**
 * Writes and takes tags of each object, the others stay: read, merged, written. S3 has no condition for tags: of two
 * that change the same ones at the same time, the last wins. One world: S3.
 */
import { GetObjectTaggingCommand, PutObjectTaggingCommand, type Tag } from '@aws-sdk/client-s3';
import type { S3Tag } from '../../contract/s3-inspect.ts';
import type { WorkTask } from '../../contract/s3-work.ts';
import { AppError } from '../../lib/app-error.ts';
import type { WorkBucket } from './bucket.ts';
import type { Listed } from './listed.ts';
import type { Report, Steps } from './step.ts';
import { objectSteps } from './target-steps.ts';

type Change = Pick<Extract<WorkTask, { task: 'tags' }>, 'put' | 'remove'>;

/** S3 User Guide, "Categorizing your objects using tags". */
const MOST_TAGS = 10;

export const tagsSteps = (bucket: WorkBucket, task: Extract<WorkTask, { task: 'tags' }>): Steps =>
  objectSteps(bucket, task.targets, (object, report) => changeTags(bucket, object, task, report));

async function changeTags(
  bucket: WorkBucket,
  { key, version }: Pick<Listed, 'key' | 'version'>,
  change: Change,
  report: Report,
): Promise<void> {
  const ask = { Bucket: bucket.name, Key: key, VersionId: version ?? undefined };
  const { TagSet = [] } = await bucket.send(() => new GetObjectTaggingCommand(ask));
  const merged = mergeTags(TagSet.map(fromSdk), change);
  if (merged === null) return report.skipped();
  if (merged.length > MOST_TAGS) {
    const raw = `${merged.length} tags would be too many: an object has at most ${MOST_TAGS}.`;
    throw new AppError('s3-bad-request', { retry: 'never', subject: key, raw });
  }
  const Tagging = { TagSet: merged.map(({ name, value }) => ({ Key: name, Value: value })) };
  await bucket.send(() => new PutObjectTaggingCommand({ ...ask, Tagging }));
  report.done(0);
}

const fromSdk = ({ Key = '', Value = '' }: Partial<Tag>): S3Tag => ({ name: Key, value: Value });

/** Null: nothing would change. */
export function mergeTags(present: readonly S3Tag[], { put, remove }: Change): S3Tag[] | null {
  const merged = new Map(present.map(({ name, value }) => [name, value]));
  for (const name of remove) merged.delete(name);
  for (const { name, value } of put) merged.set(name, value);
  const isSame =
    merged.size === present.length && present.every(({ name, value }) => merged.get(name) === value);
  return isSame ? null : [...merged].map(([name, value]) => ({ name, value }));
}
