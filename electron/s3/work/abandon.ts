/** Gives unfinished uploads up: what S3 keeps of them is freed. One world: S3. Source: S3 API Reference, AbortMultipartUpload. */
import { AbortMultipartUploadCommand } from '@aws-sdk/client-s3';
import type { WorkTask } from '../../contract/s3-work.ts';
import type { WorkBucket } from './bucket.ts';
import { objectTarget, type Steps } from './step.ts';

export async function* abandonSteps(
  bucket: WorkBucket,
  { uploads }: Extract<WorkTask, { task: 'abandon' }>,
): Steps {
  for (const { key, upload } of uploads)
    yield {
      targets: [objectTarget(key, upload)],
      run: async (report) => {
        if (await abandon(bucket, key, upload)) report.done(0);
        else report.skipped();
      },
    };
}

/** False: it is gone already, ended or given up by somebody. */
async function abandon(bucket: WorkBucket, key: string, upload: string): Promise<boolean> {
  let again = false;
  try {
    await bucket.send((isAgain) => {
      again = isAgain;
      return new AbortMultipartUploadCommand({ Bucket: bucket.name, Key: key, UploadId: upload });
    });
    return true;
  } catch (error) {
    // The answer to a first try may have been lost.
    if ((error as { name?: string } | null)?.name === 'NoSuchUpload') return again;
    throw error;
  }
}
