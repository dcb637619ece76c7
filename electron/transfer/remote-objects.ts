/** Every object below a prefix, in S3's order, page by page. Keys are taken as they are. */
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { AppError } from '../lib/app-error.ts';
import type { OnTheWay } from './on-the-way.ts';

export interface RemoteObject {
  key: string;
  /** As it was listed; what HeadObject says counts. */
  sizeBytes: number;
}

export async function* objectsBelow(way: OnTheWay, prefix: string): AsyncGenerator<RemoteObject> {
  let token: string | undefined;
  do {
    const ask = {
      Bucket: way.bucket,
      Prefix: prefix,
      EncodingType: 'url',
      ContinuationToken: token,
    } as const;
    const page = await way.attempts.attempt(way.small, way.stop, () =>
      way.s3((client) => client.send(new ListObjectsV2Command(ask), { abortSignal: way.stop })),
    );
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
