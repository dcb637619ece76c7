import { expect, test } from 'vitest';
import { columnsOf, folder, object } from './columns/columns.test-parts.ts';
import { createColumns } from './columns/columns.ts';
import { arrangedOrder } from './columns/order.ts';
import { packBuckets } from './columns/pack.ts';
import { countNames, type Listing, viewAsListed } from './list-model.ts';
import { callWords, countWords, listWords, matchWords, selectionWords, sizeWords } from './list-words.ts';

const place = { bucket: 'reports', prefix: 'a/' };
function listing(part: Partial<Listing> = {}): Listing {
  const columns = columnsOf('a/', [folder('a/2/'), object('a/1', { sizeBytes: 4.2e12 }), 'a/3']);
  const counts = { folders: 1, objects: 2, sizeBytes: 4.2e12 + 1 };
  const rest = { complete: true, halted: null, region: null, listedAt: 1, progress: null };
  return { place, columns, ...counts, ...rest, ...part };
}

test.each([
  ['all there', {}, '1 folder, 2 objects. All listed.'],
  ['more coming', { complete: false }, '3 listed, still listing.'],
  [
    'slowed down',
    { complete: false, progress: { calls: 9, inFlight: 0, throttled: true, waiting: false } },
    '3 listed. Slowed down by S3: it asks for fewer requests.',
  ],
  [
    'its session over',
    { complete: false, progress: { calls: 9, inFlight: 0, throttled: false, waiting: true } },
    'Waits for sign-in; 3 listed so far.',
  ],
  ['stopped', { complete: false, halted: 'stopped' }, '3 listed, then stopped. There may be more.'],
  ['too many', { complete: false, halted: 'full' }, /^3 listed, as many as a window holds/],
] as const)('the foot is honest: %s', (_, part, words) => {
  expect(listWords(listing(part))).toMatch(words);
});

test('a filter says out of how many', () => {
  const view = { ...viewAsListed(listing()), filter: 'x', order: arrangedOrder(Uint32Array.of(1)), of: 1248 };
  expect(matchWords(listing(), view)).toBe('1 of 1,248 listed match.');
  expect(matchWords(listing({ complete: false }), view)).toBe(
    '1 of 1,248 listed match. Not all is listed yet.',
  );
  expect(sizeWords(listing(), { ...view, sizeBytes: 5000 })).toBe('5.0 kB match');
});

test('sizes, selection and calls are told in short', () => {
  const view = viewAsListed(listing());
  expect(sizeWords(listing(), view)).toBe('4.2 TB');
  expect(sizeWords(listing({ complete: false }), view)).toBe('4.2 TB listed');
  expect(selectionWords({ count: 12, sizeBytes: 3.4e9, has: () => true })).toBe('12 selected, 3.4 GB');
  expect(selectionWords({ count: 2, sizeBytes: 0, has: () => true })).toBe('2 selected');
  expect(callWords(listing())).toBeUndefined();
  expect(
    callWords(listing({ progress: { calls: 1211, inFlight: 24, throttled: false, waiting: false } })),
  ).toBe('1,211 LIST requests so far, 24 under way');
});

test('buckets and nothing are counted too', () => {
  const columns = createColumns('buckets', '');
  for (const piece of packBuckets([{ name: 'reports', createdAt: null, region: null }])) columns.add(piece);
  const buckets = listing({ place: { bucket: null, prefix: '' }, columns, folders: 0, objects: 1 });
  expect(countWords(buckets)).toBe('1 bucket');
  expect(sizeWords(buckets, viewAsListed(buckets))).toBe('');
  expect(countWords(listing({ folders: 0, objects: 0 }))).toBe('0 objects');
  expect(countNames(buckets)).toBe(1);
});
