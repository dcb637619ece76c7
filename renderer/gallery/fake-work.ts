/** What the gallery's S3 says to the dialogs that change something, and to the work they begin. Pure. */
import type { ObjectFacts, Versioning } from '../../electron/contract/s3-inspect.ts';
import type { S3Answer, S3Request } from '../../electron/contract/s3-port.ts';
import type { Target } from '../../electron/contract/s3-work.ts';
import { exportsFolder, ledgerFolder } from './shelves.ts';

/** What one work is answered with, from its first word to its last. */
export type WorkAnswers = readonly TellOf<Extract<S3Answer, { kind: 'work' | 'failed' }>>[];
type TellOf<T> = T extends unknown ? Omit<T, 'id'> : never;

/** What a dialog asks before anything is done; undefined: something else was asked. */
export function askedOf(request: S3Request): S3Answer | undefined {
  const { id } = request;
  switch (request.op) {
    case 'versioning':
      return { id, kind: 'versioning', versioning: versioningOf(request.bucket) };
    case 'tags':
      return { id, kind: 'tags', tags };
    case 'facts':
      return { id, kind: 'facts', facts };
    case 'measure':
      return { id, ...measured(request.targets) };
    default:
      return undefined;
  }
}

const tags = [
  { name: 'team', value: 'finance' },
  { name: 'retention', value: '10 years' },
];

const facts: ObjectFacts = {
  sizeBytes: 48_212_480,
  modifiedAt: null,
  etag: null,
  version: null,
  contentType: 'text/csv',
  contentEncoding: null,
  contentLanguage: null,
  contentDisposition: 'attachment; filename="summary.csv"',
  cacheControl: null,
  expires: null,
  websiteRedirect: null,
  storageClass: 'STANDARD',
  archiveStatus: null,
  restore: null,
  encryption: null,
  checksums: [],
  metadata: [{ name: 'source-system', value: 'ledger-4' }],
  metadataMissing: 0,
  parts: null,
  tagCount: 2,
  lock: null,
  replication: null,
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
