/** What the gallery's S3 says to the dialogs that change something, and to the work they begin. Pure. */
import type { Versioning } from '../../electron/contract/s3-inspect.ts';
import type { S3Answer, S3Request } from '../../electron/contract/s3-port.ts';
import type { Target } from '../../electron/contract/s3-work.ts';
import type { Renamed } from '../../electron/contract/transfer.ts';
import { exportsFolder, ledgerFolder } from './shelves.ts';

/** What one work is answered with, from its first word to its last. */
export type WorkAnswers = readonly TellOf<Extract<S3Answer, { kind: 'work' | 'failed' }>>[];
type TellOf<T> = T extends unknown ? Omit<T, 'id'> : never;

/** What a dialog asks of a bucket or a folder before anything is done; undefined: something else was asked. */
export function askedOf(request: S3Request): S3Answer | undefined {
  const { id } = request;
  switch (request.op) {
    case 'versioning':
      return { id, kind: 'versioning', versioning: versioningOf(request.bucket) };
    case 'measure':
      return { id, ...measured(request.targets) };
    case 'names':
      return { id, kind: 'names', looked: 214, renamed, complete: true, cut: false };
    default:
      return undefined;
  }
}

export const renamed: Renamed = {
  count: 3,
  first: [
    { name: 'customer-statements//raw.csv', as: 'customer-statements/%2F/raw.csv' },
    { name: 'customer-statements/../north.csv', as: 'customer-statements/%2E%2E/north.csv' },
    { name: 'customer-statements/North.csv', as: 'customer-statements/North%~2.csv' },
  ],
};

/** One bucket keeps versions, one does not, of the others nothing is told. */
function versioningOf(bucket: string): Versioning {
  if (bucket === exportsFolder.place.bucket) return 'on';
  return bucket === ledgerFolder.place.bucket ? 'never' : null;
}

/** The count of the folder that is still being counted goes on and on. */
function measured(targets: readonly Target[]): TellOf<Extract<S3Answer, { kind: 'measured' }>> {
  const whole = targets.every((each) => each.kind !== 'folder' || !each.prefix.includes('region='));
  return { kind: 'measured', objects: 214, sizeBytes: 1.2e9, complete: whole };
}
