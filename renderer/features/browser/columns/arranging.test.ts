import { expect, test } from 'vitest';
import { MOST_NAMES_A_PIECE } from '../../../../electron/contract/s3-list.ts';
import { byName, filterWords, type Sort } from './arrangement.ts';
import { createArranging } from './arranging.ts';
import { columnsOf, folder, object } from './columns.test-parts.ts';
import { packRows } from './pack.ts';
import { sortRows } from './sort-rows.ts';

const rows = [
  folder('p/b/'),
  object('p/Beta.csv', { sizeBytes: 30, modifiedAt: 2, storageClass: 'GLACIER' }),
  object('p/alpha.CSV', { sizeBytes: 7e12, modifiedAt: null }),
  folder('p/c/'),
  object('p/caf\u00e9', { sizeBytes: 30, modifiedAt: 1, storageClass: 'DEEP_ARCHIVE' }),
  object('p/CAFE\u0301 2', { sizeBytes: 0, modifiedAt: 3 }),
];
function arranged(filter: string, sort: Sort = byName): string[] {
  const columns = columnsOf('p/', rows.slice(0, 3), rows.slice(3));
  const arranging = createArranging(2);
  for (const piece of columnsOf('p/', rows.slice(0, 3), rows.slice(3)).pieces) arranging.add(piece);
  while (!arranging.look(filterWords(filter)));
  return [...arranging.arranged(sort).numbers].map((number) => columns.row(number).name);
}

test.each([
  ['', ['b/', 'c/', 'Beta.csv', 'alpha.CSV', 'caf\u00e9', 'CAFE\u0301 2']],
  ['csv', ['Beta.csv', 'alpha.CSV']],
  ['CSV be', ['Beta.csv']],
  ['p/', []],
  ['/', ['b/', 'c/']],
  ['caf', ['caf\u00e9', 'CAFE\u0301 2']],
  ['Caf\u00e9', ['caf\u00e9', 'CAFE\u0301 2']],
  ['cafe\u0301', ['caf\u00e9', 'CAFE\u0301 2']],
  ['\u00e9 2', ['CAFE\u0301 2']],
  ['cafe', []],
])('the filter %j', (filter, names) => {
  expect(arranged(filter)).toEqual(names);
});

const sortedBy = (by: Sort['by'], down: boolean) => arranged('', { by, down });

test('folders stay first, whichever way', () => {
  expect(sortedBy('name', true)).toEqual(['c/', 'b/', 'CAFE\u0301 2', 'caf\u00e9', 'alpha.CSV', 'Beta.csv']);
  expect(sortedBy('size', true).slice(0, 2)).toEqual(['b/', 'c/']);
});

test('equals stay in the order of names, and what has no date stands last', () => {
  expect(sortedBy('size', false).slice(2)).toEqual(['CAFE\u0301 2', 'Beta.csv', 'caf\u00e9', 'alpha.CSV']);
  expect(sortedBy('size', true).slice(2)).toEqual(['alpha.CSV', 'Beta.csv', 'caf\u00e9', 'CAFE\u0301 2']);
  expect(sortedBy('date', false).slice(2)).toEqual(['caf\u00e9', 'Beta.csv', 'CAFE\u0301 2', 'alpha.CSV']);
  expect(sortedBy('date', true).slice(2)).toEqual(['CAFE\u0301 2', 'Beta.csv', 'caf\u00e9', 'alpha.CSV']);
});

test('classes are sorted by the words that stand in the column', () => {
  // Deep archive, Glacier, Standard
  expect(sortedBy('class', false).slice(2)).toEqual(['caf\u00e9', 'Beta.csv', 'alpha.CSV', 'CAFE\u0301 2']);
});

test('names are looked through in portions, and from where it was when more come', () => {
  const arranging = createArranging(0);
  const piece = () =>
    packRows(
      Array.from({ length: MOST_NAMES_A_PIECE }, (_, i) => object(`${i}`)),
      [],
    );
  for (let i = 0; i < 20; i++) arranging.add(piece());
  expect(arranging.look(['77'])).toBe(false);
  while (!arranging.look(['77']));
  const first = arranging.arranged(byName);
  arranging.add(piece());
  expect(arranging.look(['77'])).toBe(true);
  const then = arranging.arranged(byName);
  expect(then.of - first.of).toBe(MOST_NAMES_A_PIECE);
  expect(then.numbers.length).toBe((first.numbers.length / 20) * 21);
  expect(then.sizeBytes).toBe(then.numbers.length);
});

test.each([
  [false, [0, 1, 65_535, 65_536, 4_294_967_295, 4_294_967_296, 48 * 2 ** 40, Number.NaN]],
  [true, [48 * 2 ** 40, 4_294_967_296, 4_294_967_295, 65_536, 65_535, 1, 0, Number.NaN]],
])('numbers of every size are sorted, down: %s', (down, wanted) => {
  const values = Float64Array.from([
    65_536,
    Number.NaN,
    0,
    48 * 2 ** 40,
    4_294_967_295,
    1,
    65_535,
    4_294_967_296,
  ]);
  const sorted = sortRows(Uint32Array.from(values.keys()), values, down);
  expect([...sorted].map((row) => values[row])).toEqual(wanted);
});

test('hostile numbers don’t break it', () => {
  const values = Float64Array.from([1e300, Number.POSITIVE_INFINITY, 5, -1, 0.5]);
  const sorted = sortRows(Uint32Array.from(values.keys()), values, false);
  expect([...sorted].sort()).toEqual([0, 1, 2, 3, 4]);
  expect([sorted[0], sorted.at(-1)]).toEqual([3, 1]);
});

test('many random numbers are sorted as comparing would, stable', () => {
  const values = Float64Array.from({ length: 20_000 }, (_, i) => (i * 7_919_993) % 4_001);
  const rows = Uint32Array.from(values.keys());
  const compared = [...rows].sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  expect([...sortRows(rows, values, false)]).toEqual(compared);
});
