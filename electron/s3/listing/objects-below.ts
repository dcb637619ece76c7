/** Every object below a prefix, in S3's order, page by page. Keys are taken as they are. */
import type { ListObjectsV2CommandInput, ListObjectsV2CommandOutput } from '@aws-sdk/client-s3';
import { AppError } from '../../lib/app-error.ts';

export interface ObjectBelow {
  key: string;
  /** As it was listed; what HeadObject says counts. */
  sizeBytes: number;
}

/** Throws `s3-answer-garbled` when a page names something else or does not lead on. */
export async function* objectsBelow(
  ask: (input: Omit<ListObjectsV2CommandInput, 'Bucket'>) => Promise<ListObjectsV2CommandOutput>,
  prefix: string,
): AsyncGenerator<ObjectBelow> {
  let token: string | undefined;
  do {
    const page = await ask({ Prefix: prefix, EncodingType: 'url', ContinuationToken: token });
    for (const { Key = '', Size = 0 } of page.Contents ?? []) {
      // S3 encodes as forms do.
      const key = page.EncodingType === 'url' ? decodeURIComponent(Key.replaceAll('+', ' ')) : Key;
      if (!key.startsWith(prefix)) throw new AppError('s3-answer-garbled', { retry: 'now', subject: prefix });
      yield { key, sizeBytes: Size };
    }
    const next = page.IsTruncated ? page.NextContinuationToken : undefined;
    if (page.IsTruncated && (next === undefined || next === token))
      throw new AppError('s3-answer-garbled', { retry: 'now', subject: prefix });
    token = next;
  } while (token !== undefined);
}
