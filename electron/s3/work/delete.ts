/** Deletes objects and whole folders, a thousand keys a request, or every version of them. */
import type { Target, WorkTask } from '../../contract/s3-work.ts';
import type { WorkBucket } from './bucket.ts';
import { deleteBatch } from './delete-batch.ts';
import { distinct } from './distinct.ts';
import { type Listed, listObjects, listVersions } from './listed.ts';
import { objectTarget, type Step, type Steps, trouble } from './step.ts';
import { named } from './target-steps.ts';

/** S3 API Reference, DeleteObjects. */
const MOST_KEYS = 1000;

export async function* deleteSteps(
  bucket: WorkBucket,
  { targets, everyVersion }: Extract<WorkTask, { task: 'delete' }>,
): Steps {
  let batch: Listed[] = [];
  const step = (): Step => {
    const objects = batch;
    batch = [];
    return {
      targets: objects.map(({ key, version }) => objectTarget(key, version)),
      run: (report) => deleteBatch(bucket, objects, report),
    };
  };
  for (const target of distinct(targets, everyVersion)) {
    try {
      for await (const page of pagesOf(bucket, target, everyVersion))
        for (const object of page) {
          batch.push(object);
          if (batch.length === MOST_KEYS) yield step();
        }
    } catch (error) {
      yield trouble(target, error);
    }
  }
  if (batch.length > 0) yield step();
}

async function* pagesOf(bucket: WorkBucket, target: Target, everyVersion: boolean): AsyncGenerator<Listed[]> {
  if (target.kind === 'folder')
    yield* everyVersion
      ? listVersions(bucket, { prefix: target.prefix, only: false })
      : listObjects(bucket, target.prefix);
  else if (everyVersion && target.version === null)
    yield* listVersions(bucket, { prefix: target.key, only: true });
  else yield [named(target)];
}
