/**
 * HeadObject, with the words that its refusals lack: S3 answers it with a status alone, so that an ended session can't be
 * told from a key of the customer's that is missing. One byte is asked for then; what refuses that has words.
 */
import {
  GetObjectCommand,
  HeadObjectCommand,
  type HeadObjectCommandInput,
  type HeadObjectCommandOutput,
} from '@aws-sdk/client-s3';
import type { OnTheWay } from './on-the-way.ts';

/** `NotFound` is an answer, and has all the words it needs. */
export function head(
  way: OnTheWay,
  key: string,
  more: Partial<HeadObjectCommandInput> = {},
): Promise<HeadObjectCommandOutput> {
  const object = { Bucket: way.bucket, Key: key };
  const options = { abortSignal: way.stop };
  return way.attempts.attempt(way.small, way.stop, () =>
    way.s3(async (client) => {
      try {
        return await client.send(new HeadObjectCommand({ ...object, ...more }), options);
      } catch (error) {
        if (!isWordless(error)) throw error;
        const { Body } = await client.send(new GetObjectCommand({ ...object, Range: 'bytes=0-0' }), options);
        (Body as { destroy?: () => void } | undefined)?.destroy?.();
        // What was in the way is not any more, such as a clock that was wrong.
        return await client.send(new HeadObjectCommand({ ...object, ...more }), options);
      }
    }),
  );
}

const WORDLESS = [400, 403];
const isWordless = (error: unknown) => {
  const status = (error as { $metadata?: { httpStatusCode?: number } } | null)?.$metadata?.httpStatusCode;
  return status !== undefined && WORDLESS.includes(status);
};
