/** The buckets of an account as S3 answers them. One world: S3. */
import { ListBucketsCommand, type S3Client } from '@aws-sdk/client-s3';
import type { BucketEntry } from '../../contract/s3-port.ts';
import { AppError } from '../../lib/app-error.ts';

const MOST_BUCKETS = 10_000;

export async function listBuckets(client: S3Client): Promise<BucketEntry[]> {
  const buckets: BucketEntry[] = [];
  let token: string | undefined;
  do {
    const answer = await client.send(
      new ListBucketsCommand({ ...(token === undefined ? {} : { ContinuationToken: token }) }),
    );
    // Every list of S3 names its owner, an empty one too; a page of some portal does not.
    if (!answer.Buckets && !answer.Owner) throw new AppError('s3-answer-garbled');
    for (const { Name, CreationDate, BucketRegion } of answer.Buckets ?? []) {
      if (Name)
        buckets.push({
          name: Name,
          createdAt: CreationDate?.getTime() ?? null,
          region: BucketRegion ?? null,
        });
    }
    if (answer.ContinuationToken !== undefined && answer.ContinuationToken === token)
      throw new AppError('s3-answer-garbled');
    token = answer.ContinuationToken;
  } while (token !== undefined && buckets.length < MOST_BUCKETS);
  return buckets;
}
