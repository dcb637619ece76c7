/** What HeadObject says of an object, and of one that is not there. One world: S3. */
import { Readable } from 'node:stream';
import { GetObjectCommand, HeadObjectCommand, type HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import { AppError } from '../../lib/app-error.ts';
import type { WorkBucket } from './bucket.ts';
import { markerIn, statusOf } from './refusals.ts';

interface Asked {
  key: string;
  version: string | null;
}

export async function head(
  bucket: WorkBucket,
  asked: Asked,
  evenStopped = false,
): Promise<HeadObjectCommandOutput> {
  try {
    return await headInWords(bucket, asked, evenStopped);
  } catch (error) {
    if (markerIn(error) !== undefined)
      throw new AppError('s3-marker-there', { retry: 'never', subject: asked.key, cause: error });
    throw error;
  }
}

/** A refusal of HeadObject has no body, so neither the session's end nor the reason of a denial is in it: GetObject's has. */
export async function headInWords(
  bucket: WorkBucket,
  { key, version }: Asked,
  evenStopped = false,
): Promise<HeadObjectCommandOutput> {
  const ask = { Bucket: bucket.name, Key: key, VersionId: version ?? undefined };
  try {
    return await bucket.send(() => new HeadObjectCommand(ask), { evenStopped });
  } catch (error) {
    if (statusOf(error) !== 400 && statusOf(error) !== 403) throw error;
    const { Body } = await bucket.send(() => new GetObjectCommand({ ...ask, Range: 'bytes=0-0' }), {
      evenStopped,
    });
    if (Body instanceof Readable) Body.destroy();
    throw error;
  }
}

/** Null: nothing is there, or a delete marker. */
export async function headIfThere(
  bucket: WorkBucket,
  asked: Asked,
  evenStopped = false,
): Promise<HeadObjectCommandOutput | null> {
  try {
    return await head(bucket, asked, evenStopped);
  } catch (error) {
    if (statusOf(error) === 404 || (error instanceof AppError && error.code === 's3-marker-there'))
      return null;
    throw error;
  }
}

/** Whether a delete whose answer was lost has happened, and the marker it left; undefined: not, or not to be seen. */
export async function goneAlready(
  bucket: WorkBucket,
  { key, version }: Asked,
): Promise<{ marker: string | undefined } | undefined> {
  // The same version can be deleted twice.
  if (version !== null) return undefined;
  try {
    await bucket.send(() => new HeadObjectCommand({ Bucket: bucket.name, Key: key }), { evenStopped: true });
    return undefined;
  } catch (error) {
    return statusOf(error) === 404 ? { marker: markerIn(error) } : undefined;
  }
}
