import { expect, test } from 'vitest';
import { fitMiddle } from './fit-middle.ts';
import { splitMiddle } from './middle.ts';

const widthOf = (text: string) => text.length * 10;

test('a short name is never cut', () => {
  expect(splitMiddle('summary.csv')).toEqual({ head: 'summary.csv', tail: '' });
  expect(fitMiddle('summary.csv', 20, widthOf)).toBe('summary.csv');
});

test('the tail with part and extension stays, the middle goes', () => {
  const name = 'part-00000-3f6c1e0a-9d7b-4c55-8f1e-c000.snappy.parquet';
  const cut = fitMiddle(name, 300, widthOf);
  expect(cut).toMatch(/^part-.*…/);
  expect(cut.endsWith('snappy.parquet')).toBe(true);
  expect(widthOf(cut)).toBeLessThanOrEqual(300);
});

test('a name that fits is left as it is', () => {
  const name = 'archive-ledger-2025-Q1-signed.tar.zst';
  expect(fitMiddle(name, widthOf(name), widthOf)).toBe(name);
});

test.each([
  ['letters with marks of their own', `${'e\u0301'.repeat(30)}.csv`],
  ['family emoji', `${'👨‍👩‍👧'.repeat(12)} pictures of the year.zip`],
])('%s are not split between head and tail', (_, name) => {
  const { head, tail } = splitMiddle(name);
  expect(head + tail).toBe(name);
  expect(tail).not.toMatch(/^(\u0301|\u200d|[\udc00-\udfff])/);
});

test('a cut never leaves half of a surrogate pair', () => {
  const name = `${'📦'.repeat(30)}-monthly-pack.zip`;
  for (let room = 200; room < 500; room += 10) {
    expect(fitMiddle(name, room, widthOf)).not.toMatch(/[\ud800-\udbff]…/);
  }
});
