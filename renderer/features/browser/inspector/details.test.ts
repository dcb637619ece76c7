import { expect, test } from 'vitest';
import type { ObjectFacts } from '../../../../electron/contract/s3-inspect.ts';
import { type FactGroup, factGroups, placeGroup } from './details.ts';
import { isArchived, lockWords, restoreWords } from './details-words.ts';

const now = new Date(2026, 9, 2, 11, 30).getTime();
const later = new Date(2026, 9, 7, 2, 0).getTime();
const earlier = new Date(2026, 9, 1, 2, 0).getTime();
const nothing: ObjectFacts = {
  ...{ sizeBytes: 0, modifiedAt: null, etag: null, version: null, contentType: null, contentEncoding: null },
  ...{
    contentLanguage: null,
    contentDisposition: null,
    cacheControl: null,
    expires: null,
    websiteRedirect: null,
  },
  ...{ storageClass: 'STANDARD', archiveStatus: null, restore: null, encryption: null, checksums: [] },
  ...{ metadata: [], metadataMissing: 0, parts: null, tagCount: null, lock: null, replication: null },
};
const subject = { pass: 'reports', bucket: 'data', key: 'x/a.csv', version: null };
const rowOf = (groups: readonly FactGroup[], name: string) =>
  groups.flatMap(({ facts }) => facts).find((fact) => fact.name === name);

test('what S3 does not tell has no value, and no row is left out', () => {
  const rows = factGroups(nothing, now).flatMap(({ facts }) => facts);
  expect(rows.filter(({ value }) => value !== null).map(({ name }) => name)).toEqual(['Class', 'Archive']);
  expect(rows).toHaveLength(15);
});

test('before anything was asked, what the list told is there', () => {
  const told = { sizeBytes: 48_212_480, modifiedAt: now, storageClass: 'STANDARD' };
  const group = placeGroup(subject, told, null);
  expect(rowOf([group], 'Size')).toMatchObject({
    value: '48.2 MB',
    hint: '48,212,480 bytes',
    copied: '48212480',
  });
  expect(rowOf([group], 'Key')?.value).toBe('x/a.csv');
  expect(rowOf([group], 'ETag')).toBeUndefined();
});

test('an encryption by KMS names its key whole, and whether the bucket’s key stood between', () => {
  const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/5ea1ed00-0001-4000-8000-000000000001';
  const groups = factGroups({ ...nothing, encryption: { kind: 'SSE-KMS', keyArn, bucketKey: true } }, now);
  expect(rowOf(groups, 'Key')?.value).toBe(keyArn);
  expect(rowOf(groups, 'Bucket key')?.value).toBe('used');
  const own = factGroups({ ...nothing, encryption: { kind: 'SSE-S3', keyArn: null, bucketKey: false } }, now);
  expect(rowOf(own, 'Key')).toBeUndefined();
});

test('a checksum says what it is of', () => {
  const checksums = [
    { algorithm: 'CRC64NVME', value: 'pQ3=', ofWhole: true },
    { algorithm: 'SHA-256', value: 'wZ1=-6', ofWhole: false },
  ];
  const groups = factGroups({ ...nothing, checksums }, now);
  expect(rowOf(groups, 'CRC64NVME')?.hint).toBe('of the whole object');
  expect(rowOf(groups, 'SHA-256')?.hint).toContain('composite');
});

test.each<[Partial<ObjectFacts>, string | null]>([
  [{}, null],
  [{ storageClass: 'GLACIER' }, 'none asked for'],
  [{ storageClass: 'INTELLIGENT_TIERING', archiveStatus: 'ARCHIVE_ACCESS' }, 'none asked for'],
  [{ restore: { ongoing: true, until: null } }, 'asked for; a copy that can be read is being made'],
  [{ restore: { ongoing: false, until: null } }, 'a copy can be read'],
  [{ restore: { ongoing: false, until: later } }, 'a copy can be read until 2026-10-07 02:00'],
  [{ restore: { ongoing: false, until: earlier } }, 'a copy could be read until 2026-10-01 02:00'],
])('a restore in words: %j', (part, words) => {
  expect(restoreWords({ ...nothing, ...part }, now)).toBe(words);
});

test.each<[ObjectFacts['lock'], string | null]>([
  [null, null],
  [{ mode: null, until: null, legalHold: true }, 'no retention'],
  [{ mode: 'COMPLIANCE', until: later, legalHold: false }, 'Compliance, until 2026-10-07 02:00'],
  [{ mode: 'GOVERNANCE', until: earlier, legalHold: false }, 'Governance, was until 2026-10-01 02:00'],
  [{ mode: 'GOVERNANCE', until: null, legalHold: false }, 'Governance'],
])('a lock in words: %j', (lock, words) => {
  expect(lockWords(lock, now)).toBe(words);
});

test.each([
  ['STANDARD', null, false],
  ['GLACIER_IR', null, false],
  ['GLACIER', null, true],
  ['DEEP_ARCHIVE', null, true],
  ['INTELLIGENT_TIERING', 'DEEP_ARCHIVE_ACCESS', true],
])('%s with the archive status %s is archived: %s', (storageClass, archiveStatus, archived) => {
  expect(isArchived({ storageClass, archiveStatus })).toBe(archived);
});
