/**
 * Writes content headers and metadata anew, by copying each object onto itself: S3 has no other way. What is not named
 * stays, with tags, storage class, encryption and lock. In a versioned bucket that makes a new version; the one before
 * keeps its headers. Source: S3 User Guide, "Editing object metadata in the Amazon S3 console".
 */
import type { WorkTask } from '../../contract/s3-work.ts';
import { AppError } from '../../lib/app-error.ts';
import type { WorkBucket } from './bucket.ts';
import { head } from './head.ts';
import type { Listed } from './listed.ts';
import type { Report, Steps } from './step.ts';
import { objectSteps } from './target-steps.ts';
import { writeCopy } from './write-copy.ts';

type Task = Extract<WorkTask, { task: 'headers' }>;

export const headersSteps = (bucket: WorkBucket, task: Task): Steps =>
  objectSteps(bucket, task.targets, (object, report) => rewrite(bucket, object, task, report));

async function rewrite(
  bucket: WorkBucket,
  { key, version }: Listed,
  { change }: Task,
  report: Report,
): Promise<void> {
  const present = await head(bucket, { key, version: null });
  // A copy of an older one would become the present one.
  if (version !== null && version !== present.VersionId)
    throw new AppError('s3-changed-meanwhile', { retry: 'never', subject: key });
  const copying = { from: bucket, to: bucket, key, version: null, toKey: key, head: present };
  await writeCopy({ ...copying, replace: true, change });
  report.done(present.ContentLength ?? 0);
}
