/** Buckets and pages of names as S3 answers them, checked and decoded. One world: S3. */
import {
  ListBucketsCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { BucketEntry, ListEntry } from '../contract/s3-port.ts';
import { AppError } from '../lib/app-error.ts';

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

export interface Page {
  entries: ListEntry[];
  region: string | null;
  complete: boolean;
}

/** Pages below one prefix, folders by `/`; each `next()` is one LIST request. */
export function listPrefix(
  client: S3Client,
  bucket: string,
  prefix: string,
): { next(stop: AbortSignal): Promise<Page> } {
  let token: string | undefined;
  return {
    async next(stop) {
      const command = new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: prefix,
        Delimiter: '/',
        EncodingType: 'url',
        ...(token === undefined ? {} : { ContinuationToken: token }),
      });
      const regionOfBucket = listenForRegion(command);
      const answer = await client.send(command, { abortSignal: stop });
      // Every page of S3 says whether there is more; a page of some portal does not.
      if (answer.IsTruncated === undefined) throw new AppError('s3-answer-garbled');
      const next = answer.IsTruncated ? answer.NextContinuationToken : undefined;
      if (answer.IsTruncated && (next === undefined || next === token)) {
        throw new AppError('s3-answer-garbled', { subject: 'the listing does not go on' });
      }
      token = next;
      return {
        entries: entriesOf(answer),
        region: regionOfBucket() ?? (await client.config.region()),
        complete: next === undefined,
      };
    },
  };
}

/** Where the bucket is: the client follows it elsewhere, and only a header of the answer says where to. */
function listenForRegion(command: ListObjectsV2Command): () => string | undefined {
  let region: string | undefined;
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { headers } = result.response as { headers?: Record<string, string> };
      region = headers?.['x-amz-bucket-region']?.slice(0, 64);
      return result;
    },
    { step: 'deserialize', priority: 'low' },
  );
  return () => region;
}

function entriesOf(answer: ListObjectsV2CommandOutput): ListEntry[] {
  const decode = answer.EncodingType === 'url' ? decodeKey : (key: string) => key;
  const prefixes = (answer.CommonPrefixes ?? []).flatMap(({ Prefix }): ListEntry[] =>
    Prefix === undefined ? [] : [{ kind: 'prefix', key: decode(Prefix) }],
  );
  const objects = (answer.Contents ?? []).flatMap(
    ({ Key, Size, LastModified, StorageClass }): ListEntry[] => {
      if (Key === undefined) return [];
      if (Number.isNaN(Size)) throw new AppError('s3-answer-garbled', { subject: Key.slice(0, 200) });
      const modifiedAt = LastModified?.getTime() ?? null;
      return [
        {
          kind: 'object',
          key: decode(Key),
          sizeBytes: Math.max(0, Size ?? 0),
          modifiedAt,
          storageClass: StorageClass ?? 'STANDARD',
        },
      ];
    },
  );
  return [...prefixes, ...objects];
}

/** S3 encodes as forms do: a space is `+` (ListObjectsV2, "EncodingType"). */
export function decodeKey(encoded: string): string {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '));
  } catch (cause) {
    throw new AppError('s3-answer-garbled', { subject: encoded.slice(0, 200), cause });
  }
}
