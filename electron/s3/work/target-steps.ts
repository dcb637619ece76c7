/** Targets → one step an object: a folder's as they are listed. */
import type { Target } from '../../contract/s3-work.ts';
import type { WorkBucket } from './bucket.ts';
import { distinct } from './distinct.ts';
import { type Listed, listObjects } from './listed.ts';
import { objectTarget, type Report, type Steps, trouble } from './step.ts';

/** Sizes and storage classes of objects that were named are not known. */
export async function* objectSteps(
  bucket: WorkBucket,
  targets: readonly Target[],
  run: (object: Listed, report: Report) => Promise<void>,
): Steps {
  const stepOf = (object: Listed) => ({
    targets: [objectTarget(object.key, object.version)],
    run: (report: Report) => run(object, report),
  });
  for (const target of distinct(targets, false)) {
    if (target.kind === 'object') yield stepOf(named(target));
    else
      try {
        for await (const page of listObjects(bucket, target.prefix))
          for (const object of page) yield stepOf(object);
      } catch (error) {
        yield trouble(target, error);
      }
  }
}

export const named = ({ key, version }: Extract<Target, { kind: 'object' }>): Listed => ({
  key,
  version,
  sizeBytes: null,
  storageClass: null,
});
