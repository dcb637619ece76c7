/**
 * Takes away the source of a move once its copy is whole: the very version that was named, else what is present, if it
 * is still what was copied. In a versioned bucket that leaves a delete marker. One world: S3.
 */
import { DeleteObjectCommand, type HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import { AppError } from '../../lib/app-error.ts';
import type { WorkBucket } from './bucket.ts';
import { goneAlready, head } from './head.ts';
import { isNotImplemented } from './if-absent.ts';
import { nameOf, statusOf } from './refusals.ts';

export async function removeSource(
  from: WorkBucket,
  { key, version }: { key: string; version: string | null },
  copied: HeadObjectCommandOutput,
): Promise<void> {
  const ask = { Bucket: from.name, Key: key, VersionId: version ?? undefined };
  const inDoubt = async () => (await goneAlready(from, { key, version })) && { $metadata: {} };
  const remove = (IfMatch?: string) =>
    from.send(() => new DeleteObjectCommand({ ...ask, IfMatch }), { evenStopped: true, inDoubt });
  const changed = (cause?: unknown) =>
    new AppError('s3-changed-meanwhile', { retry: 'now', subject: key, cause });
  // A version never changes.
  if (version !== null) return void (await remove());
  try {
    await remove(copied.ETag);
  } catch (error) {
    if (statusOf(error) === 412) throw changed(error);
    // Somebody else took it away meanwhile.
    if (nameOf(error) === 'NoSuchKey') return;
    if (!isNotImplemented(error)) throw error;
    const now = await head(from, { key, version }, true);
    if (now.ETag !== copied.ETag) throw changed();
    await remove();
  }
}
