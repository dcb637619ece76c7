/** Makes a folder that holds nothing yet: an empty object whose key ends with `/`. One world: S3. */
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { WorkTask } from '../../contract/s3-work.ts';
import { AppError } from '../../lib/app-error.ts';
import type { WorkBucket } from './bucket.ts';
import { headIfThere } from './head.ts';
import { isThereAlready, whereTaken } from './if-absent.ts';
import { objectTarget, type Steps } from './step.ts';

export async function* newFolderSteps(
  bucket: WorkBucket,
  { prefix }: Extract<WorkTask, { task: 'newFolder' }>,
): Steps {
  yield {
    targets: [objectTarget(prefix, null)],
    run: async (report) => {
      await makeFolder(bucket, prefix);
      report.done(0);
    },
  };
}

async function makeFolder(bucket: WorkBucket, prefix: string): Promise<void> {
  const thereAlready = () => new AppError('s3-already-there', { retry: 'never', subject: prefix });
  if (await headIfThere(bucket, { key: prefix, version: null })) throw thereAlready();
  let isOurs = false;
  const put = (condition: { IfNoneMatch?: string }) =>
    bucket.send((again) => {
      isOurs = again;
      return new PutObjectCommand({
        Bucket: bucket.name,
        Key: prefix,
        Body: '',
        ContentLength: 0,
        ...condition,
      });
    });
  try {
    await whereTaken(put);
  } catch (error) {
    if (!isThereAlready(error)) throw error;
    if (!isOurs) throw thereAlready();
  }
}
