import { expect, test } from 'vitest';
import { readS3Address } from '../../../electron/contract/s3-address.ts';
import { allBuckets, consolePlace, parentPlace, placeOf, placeUri, prefixSegments } from './place.ts';

const addressed = (text: string) => {
  const address = readS3Address(text);
  if (address.kind !== 'place') throw new Error(address.why);
  return address;
};

test.each([
  ['s3://reports/exports/', 'exports/', null],
  ['reports/exports', 'exports/', null],
  ['reports', '', null],
  ['s3://reports/a/b.csv', 'a/', 'a/b.csv'],
  ['s3://reports//2026//', '/2026//', null],
  ['s3://reports/a//b.csv', 'a//', 'a//b.csv'],
  ['reports/.config', '.config/', null],
  ['https://console.aws.amazon.com/s3/object/reports?prefix=a/LICENSE', 'a/', 'a/LICENSE'],
])('before S3 said anything, %s is at "%s"', (text, prefix, object) => {
  expect(placeOf(addressed(text))).toEqual({ place: { bucket: 'reports', prefix }, object });
});

test.each<
  [object: boolean | null, folder: boolean | null, key: string, prefix: string, cursor: string | null]
>([
  [true, false, 'a/LICENSE', 'a/', 'a/LICENSE'],
  [false, true, 'a/v1.2', 'a/v1.2/', null],
  [true, true, 'a/b', 'a/', 'a/b'],
  [null, true, 'a/b.csv', 'a/b.csv/', null],
  [false, false, 'a/b.csv', 'a/', 'a/b.csv'],
  [null, null, 'a/b', 'a/b/', null],
])('an object: %s, a folder: %s, so %s is at "%s"', (object, folder, key, prefix, cursor) => {
  expect(placeOf(addressed(`s3://reports/${key}`), { object, folder })).toEqual({
    place: { bucket: 'reports', prefix },
    object: cursor,
  });
});

test.each([
  ['a//b/', 'a//'],
  ['a//', 'a/'],
  ['/', ''],
  ['a/', ''],
])('above "%s" is "%s"', (prefix, above) => {
  expect(parentPlace({ bucket: 'reports', prefix })).toEqual({ bucket: 'reports', prefix: above });
});

test('above a bucket are all buckets, and above those nothing', () => {
  expect(parentPlace({ bucket: 'reports', prefix: '' })).toEqual(allBuckets);
  expect(parentPlace(allBuckets)).toEqual(allBuckets);
});

test('what is copied is exactly what was opened', () => {
  const place = { bucket: 'reports', prefix: 'exports//2026/' };
  expect(placeUri(place)).toBe('s3://reports/exports//2026/');
  expect(placeOf(addressed(placeUri(place)))).toEqual({ place, object: null });
  expect(prefixSegments(place.prefix)).toEqual(['exports', '', '2026']);
});

test.each([
  [allBuckets, null, { kind: 'buckets' }],
  [{ bucket: 'reports', prefix: 'a/' }, null, { kind: 'bucket', bucket: 'reports', prefix: 'a/' }],
  [
    { bucket: 'reports', prefix: '' },
    'eu-west-1',
    { kind: 'bucket', bucket: 'reports', prefix: '', region: 'eu-west-1' },
  ],
])('%o in %s is a page of the console', (place, region, expected) => {
  expect(consolePlace(place, region)).toEqual(expected);
});
