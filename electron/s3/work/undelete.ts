/**
 * Takes delete markers away again. SECURITY: to delete a version is to lose it, so each is first seen to be a marker;
 * where that can't be seen, a guarded pass leaves it.
 */
import type { WorkTask } from '../../contract/s3-work.ts';
import { AppError } from '../../lib/app-error.ts';
import type { WorkBucket } from './bucket.ts';
import { deleteBatch } from './delete-batch.ts';
import { headInWords } from './head.ts';
import type { Listed } from './listed.ts';
import { markerIn, statusOf } from './refusals.ts';
import { objectTarget, type Report, type Steps } from './step.ts';
import type { Marker } from './tally.ts';

/** Each is looked at: fewer than S3 takes, that a stop comes soon. */
const MOST_KEYS = 200;

export async function* undeleteSteps(
  bucket: WorkBucket,
  { markers }: Extract<WorkTask, { task: 'undelete' }>,
  guarded: boolean,
): Steps {
  for (let from = 0; from < markers.length; from += MOST_KEYS) {
    const batch = markers.slice(from, from + MOST_KEYS);
    yield {
      targets: batch.map(({ key, version }) => objectTarget(key, version)),
      run: (report) => undelete(bucket, batch, guarded, report),
    };
  }
}

async function undelete(
  bucket: WorkBucket,
  markers: readonly Marker[],
  guarded: boolean,
  report: Report,
): Promise<void> {
  const found: Listed[] = [];
  const look = async (marker: Marker) => {
    const target = objectTarget(marker.key, marker.version);
    try {
      const isThere = await isMarker(bucket, marker, guarded);
      if (isThere) found.push({ ...marker, sizeBytes: null, storageClass: null });
      else report.skipped();
    } catch (error) {
      report.failed(target, error);
    }
  };
  await Promise.all(markers.map(look));
  if (found.length > 0) await deleteBatch(bucket, found, report);
}

/** False: it is gone. S3 answers HeadObject of a marker's version with 405 (S3 User Guide, "Working with delete markers"). */
async function isMarker(bucket: WorkBucket, { key, version }: Marker, guarded: boolean): Promise<boolean> {
  try {
    await headInWords(bucket, { key, version });
  } catch (error) {
    if (markerIn(error) !== undefined) return true;
    if (statusOf(error) === 404) return false;
    if (statusOf(error) === 403 && !guarded) return true;
    throw error;
  }
  throw new AppError('s3-bad-request', {
    retry: 'never',
    subject: key,
    raw: 'This version is no delete marker.',
  });
}
