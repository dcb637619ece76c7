import { expect, test } from 'vitest';
import { allBuckets, consolePlace, parentPlace, parsePath, placeUri, prefixSegments } from './place.ts';

test.each([
  ['s3://reports/exports/', 'reports', 'exports/', null],
  ['reports/exports/', 'reports', 'exports/', null],
  ['reports/exports', 'reports', 'exports/', null],
  ['reports', 'reports', '', null],
  ['  reports  ', 'reports', '', null],
  ['s3://reports/', 'reports', '', null],
  ['arn:aws-cn:s3:::reports/a/', 'reports', 'a/', null],
  ['s3://reports/a/b.csv', 'reports', 'a/', 'a/b.csv'],
  ['s3://reports//2026//', 'reports', '/2026//', null],
  ['reports/.config', 'reports', '.config/', null],
  ['reports/a b /', 'reports', 'a b /', null],
])('%s opens %s at "%s"', (typed, bucket, prefix, object) => {
  expect(parsePath(typed)).toEqual({ ok: true, place: { bucket, prefix }, object });
});

test.each(['', '   ', 's3://'])('"%s" is the list of buckets', (typed) => {
  expect(parsePath(typed)).toEqual({ ok: true, place: allBuckets, object: null });
});

test.each(['ab', 's3://x/y', `${'b'.repeat(256)}`, `reports/${'é'.repeat(513)}/`, '/key'])(
  '"%s" is refused with words',
  (typed) => {
    expect(parsePath(typed)).toMatchObject({ ok: false });
  },
);

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
  expect(parsePath(placeUri(place))).toEqual({ ok: true, place, object: null });
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
