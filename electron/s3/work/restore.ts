/**
 * Has readable copies made of archived objects. What is archived nowhere is skipped; what is on its way already counts
 * as done. Which tier an archive takes is AWS's to say. One world: S3. Source: S3 API Reference, RestoreObject.
 */
import { RestoreObjectCommand, type RestoreRequest } from '@aws-sdk/client-s3';
import type { WorkTask } from '../../contract/s3-work.ts';
import type { WorkBucket } from './bucket.ts';
import { head } from './head.ts';
import type { Listed } from './listed.ts';
import { nameOf } from './refusals.ts';
import type { Report, Steps } from './step.ts';
import { objectSteps } from './target-steps.ts';

type Task = Extract<WorkTask, { task: 'restore' }>;

const FROZEN = ['GLACIER', 'DEEP_ARCHIVE'];
const TIERING = 'INTELLIGENT_TIERING';

export const restoreSteps = (bucket: WorkBucket, task: Task): Steps =>
  objectSteps(bucket, task.targets, (object, report) => restore(bucket, object, task, report));

async function restore(bucket: WorkBucket, object: Listed, task: Task, report: Report): Promise<void> {
  const wanted = await requestFor(bucket, object, task);
  if (wanted === null) return report.skipped();
  const { key, version } = object;
  const ask = { Bucket: bucket.name, Key: key, VersionId: version ?? undefined, RestoreRequest: wanted };
  try {
    await bucket.send(() => new RestoreObjectCommand(ask));
  } catch (error) {
    if (nameOf(error) !== 'RestoreAlreadyInProgress') throw error;
  }
  report.done(object.sizeBytes ?? 0);
}

/** Null: it can be read as it is. */
async function requestFor(
  bucket: WorkBucket,
  object: Listed,
  { tier, days }: Task,
): Promise<RestoreRequest | null> {
  const frozen = { Days: days, GlacierJobParameters: { Tier: tier } };
  if (object.storageClass !== null && FROZEN.includes(object.storageClass)) return frozen;
  if (object.storageClass !== null && object.storageClass !== TIERING) return null;
  const { StorageClass, ArchiveStatus } = await head(bucket, object);
  if (StorageClass !== undefined && FROZEN.includes(StorageClass)) return frozen;
  // It moves back to where it can be read, for good: there are no days to say.
  return ArchiveStatus === undefined ? null : { GlacierJobParameters: { Tier: tier } };
}
