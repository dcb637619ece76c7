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
      const answer = await client.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: prefix,
          Delimiter: '/',
          EncodingType: 'url',
          ...(token === undefined ? {} : { ContinuationToken: token }),
        }),
        { abortSignal: stop },
      );
      const next = answer.IsTruncated ? answer.NextContinuationToken : undefined;
      if (answer.IsTruncated && (next === undefined || next === token)) {
        throw new AppError('s3-answer-garbled', { subject: 'the listing does not go on' });
      }
      token = next;
      return {
        entries: entriesOf(answer),
        region: await client.config.region(),
        complete: next === undefined,
      };
    },
  };
}

function entriesOf(answer: ListObjectsV2CommandOutput): ListEntry[] {
  const decode = answer.EncodingType === 'url' ? decodeKey : (key: string) => key;
  const prefixes = (answer.CommonPrefixes ?? []).flatMap(({ Prefix }): ListEntry[] =>
    Prefix === undefined ? [] : [{ kind: 'prefix', key: decode(Prefix) }],
  );
  const objects = (answer.Contents ?? []).flatMap(
    ({ Key, Size, LastModified, StorageClass }): ListEntry[] => {
      if (Key === undefined) return [];
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
