import { expect, test } from 'vitest';
import type { Row } from './list-model.ts';
import { sameRow } from './same-row.ts';

const object: Row = {
  kind: 'object',
  key: 'plans/README.md',
  name: 'README.md',
  sizeBytes: 226,
  modifiedAt: 1_000,
  storageClass: 'STANDARD',
};
const folder: Row = { kind: 'folder', key: 'plans/', name: 'plans/' };
const bucket: Row = { kind: 'bucket', key: 'lark', name: 'lark', region: null, createdAt: null };

test('a row decoded anew is the same row', () => {
  for (const row of [object, folder, bucket]) expect(sameRow(row, { ...row })).toBe(true);
});

test.each([
  ['size', object, { ...object, sizeBytes: 12 }],
  ['time', object, { ...object, modifiedAt: 2_000 }],
  ['class', object, { ...object, storageClass: 'GLACIER' }],
  ['region', bucket, { ...bucket, region: 'eu-west-1' }],
  ['kind', folder, { ...object, key: folder.key, name: folder.name }],
])('the same key with another %s is not', (_field, before: Row, now: Row) => {
  expect(sameRow(before, now)).toBe(false);
});
