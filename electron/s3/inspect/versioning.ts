/** Whether a bucket keeps versions, as far as S3 lets it be seen. One world: S3. */
import { GetBucketVersioningCommand, type GetBucketVersioningCommandOutput } from '@aws-sdk/client-s3';
import type { Versioning } from '../../contract/s3-inspect.ts';
import { s3Failure } from '../errors.ts';
import { type Asked, statusOf } from './object-of.ts';

export async function askVersioning({ client, stop }: Asked, { bucket }: { bucket: string }) {
  const versioning = await client
    .send(new GetBucketVersioningCommand({ Bucket: bucket }), { abortSignal: stop })
    .then(statusSaid, (error: unknown) => {
      if (isUntold(error)) return null;
      throw error;
    });
  return { kind: 'versioning' as const, versioning };
}

/** A right is missing, or it is nothing that this service, or an access point, tells. */
function isUntold(error: unknown): boolean {
  const status = statusOf(error);
  return s3Failure(error, '').code === 's3-access-denied' || status === 405 || status === 501;
}

/** An empty answer means never, and is S3's only with its number on it. */
function statusSaid({ Status, $metadata }: GetBucketVersioningCommandOutput): Versioning {
  if (Status === 'Enabled') return 'on';
  if (Status === 'Suspended') return 'suspended';
  return Status === undefined && $metadata.requestId !== undefined ? 'never' : null;
}
