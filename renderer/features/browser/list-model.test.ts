import { expect, test } from 'vitest';
import type { ListEntry } from '../../../electron/contract/s3-port.ts';
import { addPage, bucketListing, countNames, hasTwin, rowsOf } from './list-model.ts';
import { countWords, listWords, matchWords } from './list-words.ts';
import { allBuckets } from './place.ts';

const place = { bucket: 'reports', prefix: 'a/' };
const object = (key: string): ListEntry => ({
  kind: 'object',
  key,
  sizeBytes: 1,
  modifiedAt: null,
  storageClass: '',
});
const page = (entries: ListEntry[], complete = true) => ({ entries, region: null, complete });
const names = (listing: Parameters<typeof rowsOf>[0], filter = '') =>
  rowsOf(listing, filter).map(({ name }) => name);

test('folders come first, each kind in the order S3 gave', () => {
  const listing = addPage(
    place,
    null,
    page([object('a/b.csv'), { kind: 'prefix', key: 'a/c/' }, object('a/d.csv')]),
    1,
  );
  expect(names(listing)).toEqual(['c/', 'b.csv', 'd.csv']);
});

test('pages are added and the region once told is kept', () => {
  const first = addPage(place, null, { ...page([object('a/1')], false), region: 'eu-west-1' }, 1);
  const both = addPage(place, first, page([object('a/2'), { kind: 'prefix', key: 'a/z/' }]), 2);
  expect(names(both)).toEqual(['z/', '1', '2']);
  expect(both).toMatchObject({ region: 'eu-west-1', complete: true, listedAt: 2 });
});

test('keys stay exact, also where the name is empty', () => {
  const listing = addPage(place, null, page([object('a/'), { kind: 'prefix', key: 'a//' }]), 1);
  expect(rowsOf(listing, '').map(({ key, name }) => [key, name])).toEqual([
    ['a//', '/'],
    ['a/', ''],
  ]);
});

test('two names that look the same are twins, even a page apart', () => {
  const first = addPage(place, null, page([object('a/\u00e9.csv')], false), 1);
  const both = addPage(place, first, page([object('a/e\u0301.csv')]), 2);
  expect(hasTwin(first, '\u00e9.csv')).toBe(false);
  expect(hasTwin(both, '\u00e9.csv')).toBe(true);
  expect(hasTwin(both, 'e\u0301.csv')).toBe(true);
});

test('a filter wants every word, in any order, whatever the capitals', () => {
  const listing = addPage(
    place,
    null,
    page([object('a/Sales-2026.csv'), object('a/sales-2025.csv'), object('a/x')]),
    1,
  );
  expect(names(listing, '2026 SALES')).toEqual(['Sales-2026.csv']);
  expect(names(listing, '  ')).toHaveLength(3);
});

test('the foot is honest about what is listed', () => {
  const part = addPage(place, null, page([object('a/1'), { kind: 'prefix', key: 'a/2/' }], false), 1);
  expect(listWords(part)).toBe('2 names so far, more as you scroll.');
  expect(matchWords(part, 1)).toBe('1 of 2 listed match. Not all is listed yet.');
  const full = addPage(place, part, page([object('a/3')]), 2);
  expect(listWords(full)).toBe('1 folder, 2 objects. Listed in full.');
  expect(countNames(full)).toBe(3);
  expect(countWords(bucketListing(allBuckets, [{ name: 'reports', createdAt: null, region: null }], 1))).toBe(
    '1 bucket',
  );
  expect(countWords(addPage(place, null, page([]), 1))).toBe('0 objects');
});
