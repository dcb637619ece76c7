/** What the gallery's S3 tells of single objects, their versions, and what was deleted. Pure. */
import type { Failure } from '../../electron/contract/failure.ts';
import type { DeletedObject, ObjectFacts, ObjectVersion, S3Tag } from '../../electron/contract/s3-inspect.ts';
import type { S3Answer, S3Request } from '../../electron/contract/s3-port.ts';
import { at } from './people.ts';
import { endlessFolder, exportsFolder } from './shelves.ts';

const DAY = 86_400_000;
const p = exportsFolder.place.prefix;
const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/5ea1ed00-0001-4000-8000-000000000001';

const summary: ObjectFacts = {
  sizeBytes: 48_212_480,
  modifiedAt: new Date(2026, 9, 2, 9, 12).getTime(),
  etag: '"9b2cf535f27731c974343645a3985328-6"',
  version: '3sL4kqtJlcpXroDTDmJ.rmSpXd3dIbrHY.MTRCxf3vjVBH40Nr8X8gdRQBpUMLUo',
  contentType: 'text/csv; charset=utf-8',
  contentEncoding: null,
  contentLanguage: 'en, de',
  contentDisposition: 'attachment; filename="summary.csv"',
  cacheControl: 'no-cache',
  expires: null,
  websiteRedirect: null,
  storageClass: 'STANDARD',
  archiveStatus: null,
  restore: null,
  encryption: { kind: 'SSE-KMS', keyArn, bucketKey: true },
  checksums: [
    { algorithm: 'CRC64NVME', value: 'pQ3mXw0t9aE=', ofWhole: true },
    { algorithm: 'SHA-256', value: 'wZ1P8n6m3oX0c0k4l1oI1fH1Jm0Rz2QmS9s3v5T7uYk=-6', ofWhole: false },
  ],
  metadata: [
    { name: 'source-system', value: 'ledger-eu' },
    { name: 'row-count', value: '512004' },
    { name: 'note', value: ' checked by Zoë\u200b ' },
  ],
  metadataMissing: 1,
  parts: 6,
  tagCount: 2,
  lock: { mode: 'GOVERNANCE', until: at + 90 * DAY, legalHold: false },
  replication: 'COMPLETED',
};

/** Of which nearly nothing was told. */
const plain: ObjectFacts = {
  ...summary,
  sizeBytes: 2_200_000,
  etag: '"d41d8cd98f00b204e9800998ecf8427e"',
  version: null,
  contentType: 'text/csv',
  contentLanguage: null,
  contentDisposition: null,
  cacheControl: null,
  encryption: { kind: 'SSE-S3', keyArn: null, bucketKey: false },
  checksums: [],
  metadata: [],
  metadataMissing: 0,
  parts: null,
  tagCount: 0,
  lock: null,
  replication: null,
};
const archived: ObjectFacts = {
  ...plain,
  sizeBytes: 21_700_000_000,
  modifiedAt: new Date(2020, 0, 14, 3, 33).getTime(),
  contentType: 'application/gzip',
  storageClass: 'DEEP_ARCHIVE',
};
const facts: Readonly<Record<string, ObjectFacts>> = {
  'credit-notes.csv': plain,
  'vat-ledger-2019.tar.gz': archived,
  'vat-ledger-2020.tar.gz': { ...archived, restore: { ongoing: false, until: at + 5 * DAY } },
};

/** Objects about which everything is refused. */
const refusedKey = `${p}manifest.json`;
const refusal = (action: string, resource: string): Failure => ({
  code: 's3-access-denied',
  retry: 'never',
  requestId: '7KQ2EXAMPLE4N9XW',
  raw: `403 AccessDenied\nUser: arn:aws:sts::111122223333:assumed-role/S3AccessRole/alex.example is not authorized to perform: ${action} on resource: "${resource}" because no identity-based policy allows the ${action} action`,
  denial: {
    ...{ action, resource, principal: 'arn:aws:sts::111122223333:assumed-role/S3AccessRole/alex.example' },
    ...{ policyKind: 'identity', explicit: false, policyArn: null, kms: false, answeredAt: at },
  },
});

const tags: S3Tag[] = [
  { name: 'team', value: 'billing-insights' },
  { name: 'retention', value: '7y' },
];

const version = (n: number, part: Partial<ObjectVersion> = {}): ObjectVersion => ({
  version: `${String(n).padStart(2, '0')}L4kqtJlcpXroDTDmJ.rmSpXd3dIbrHY.MTRCxf3vjVBH40Nr8X8gdRQ`,
  isMarker: false,
  isPresent: false,
  modifiedAt: at - n * 9 * DAY,
  sizeBytes: 48_212_480 - n * 310_000,
  storageClass: 'STANDARD',
  etag: '"9b2cf535f27731c974343645a3985328"',
  ...part,
});
const versions: ObjectVersion[] = [
  version(0, { isPresent: true, version: summary.version ?? '', modifiedAt: summary.modifiedAt }),
  version(1),
  version(2, { isMarker: true, sizeBytes: 0, etag: null }),
  version(3, { storageClass: 'GLACIER_IR' }),
];
const onlyOne = [version(0, { isPresent: true, version: 'null' })];
const deletedNow = [
  version(0, { isMarker: true, isPresent: true, sizeBytes: 0, etag: null }),
  version(1, { isMarker: true, sizeBytes: 0, etag: null }),
  version(2),
];
const versionsOf: Readonly<Record<string, ObjectVersion[]>> = {
  'credit-notes.csv': onlyOne,
  'withdrawn.csv': deletedNow,
};

const deleted: DeletedObject[] = [
  'draft//',
  'chart-net-by-week.png',
  'open-items-2025.csv',
  'part-00003-3f6c1e0a-9d7b-4c55-8f1e-7a2b90cd1e44-c000.snappy.parquet',
  'withdrawn.csv',
  'Zoë\u200b.txt ',
].map((name, n) => ({ key: p + name, marker: version(n).version, deletedAt: at - n * 5 * DAY }));

/** Null: nothing of that kind was asked. */
export function inspectAnswer(request: S3Request): S3Answer | null {
  const { id } = request;
  const failed = (failure: Failure): S3Answer => ({ id, kind: 'failed', failure });
  switch (request.op) {
    case 'facts':
    case 'tags':
    case 'versions': {
      const { bucket, key } = request;
      const name = key.slice(p.length);
      if (key === refusedKey) return failed(refusedAsk(request.op, bucket, key));
      if (request.op === 'tags') return { id, kind: 'tags', tags };
      if (request.op === 'versions')
        return {
          id,
          kind: 'versions',
          versions: versionsOf[name] ?? versions,
          complete: name !== 'open-items-by-age.csv',
        };
      if (name === 'withdrawn.csv') return failed({ code: 's3-marker-there', retry: 'never', subject: key });
      return { id, kind: 'facts', facts: facts[name] ?? summary };
    }
    case 'deleted':
      return deletedAnswer(request);
    case 'unfinished':
      return { id, kind: 'unfinished', uploads: request.prefix === p ? unfinished : [], after: null };
    default:
      return null;
  }
}

function refusedAsk(op: 'facts' | 'tags' | 'versions', bucket: string, key: string): Failure {
  if (op === 'versions') return refusal('s3:ListBucketVersions', `arn:aws:s3:::${bucket}`);
  return refusal(op === 'facts' ? 's3:GetObject' : 's3:GetObjectTagging', `arn:aws:s3:::${bucket}/${key}`);
}

const unfinished = [
  ['warehouse-backup-2026-10-02.tar.zst', 0.02, 'maya@larkfield.example'],
  ['customer-statements/2025-Q4.tar', 3, 'maya@larkfield.example'],
  ['lake/part-00017.parquet', 41, 'nightly-export'],
  ['lake/part-00018.parquet', 41, 'nightly-export'],
].map(([name, days, by]) => ({
  key: p + name,
  upload: `upload of ${name}`,
  startedAt: at - Number(days) * DAY,
  by: String(by),
}));

function deletedAnswer({ id, bucket, prefix }: Extract<S3Request, { op: 'deleted' }>): S3Answer {
  if (bucket === endlessFolder.bucket)
    return { id, kind: 'failed', failure: refusedAsk('versions', bucket, prefix) };
  if (prefix !== p) return { id, kind: 'deleted', deleted: [], after: null };
  return { id, kind: 'deleted', deleted, after: `${p}Zoë` };
}
