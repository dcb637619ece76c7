/** What one object weighs. One world: S3. */
import { HeadObjectCommand } from '@aws-sdk/client-s3';
import type { InRegion } from './count-versions.ts';

/** Bytes; null: it is not there any more. `version` null: the present one. */
export async function sizeOfObject(
  inRegion: InRegion,
  { bucket, key, version }: { bucket: string; key: string; version: string | null },
  stop: AbortSignal,
): Promise<number | null> {
  const ask = new HeadObjectCommand({
    Bucket: bucket,
    Key: key,
    ...(version === null ? {} : { VersionId: version }),
  });
  try {
    const { ContentLength = 0 } = await inRegion((client) => client.send(ask, { abortSignal: stop }));
    return ContentLength;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** A refused HEAD has no body; a missing bucket looks the same and is told by whatever else is asked of it. */
function isGone(error: unknown): boolean {
  const { name } = (error ?? {}) as { name?: string };
  return name === 'NotFound' || name === 'NoSuchKey' || name === 'NoSuchVersion';
}
