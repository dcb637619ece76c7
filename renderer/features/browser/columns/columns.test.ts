import { expect, test } from 'vitest';
import { ListPiece } from '../../../../electron/contract/s3-list.ts';
import { columnsOf, folder, object } from './columns.test-parts.ts';
import { createColumns } from './columns.ts';
import { listedOrder } from './order.ts';
import { packBuckets, packRows } from './pack.ts';

const all = (columns: ReturnType<typeof columnsOf>) => {
  const order = listedOrder(columns);
  return Array.from({ length: order.count }, (_, place) => columns.row(order.at(place)));
};
const names = (columns: ReturnType<typeof columnsOf>) => all(columns).map(({ name }) => name);

test('folders come first, each kind in the order S3 gave, also a piece later', () => {
  const columns = columnsOf('a/', ['a/b.csv', folder('a/c/'), 'a/d.csv'], [folder('a/e/'), 'a/f']);
  expect(names(columns)).toEqual(['c/', 'e/', 'b.csv', 'd.csv', 'f']);
});

test('an order that was made stays what it was while more comes', () => {
  const columns = columnsOf('', ['b']);
  const order = listedOrder(columns);
  columns.add(packRows([folder('c/'), object('d')], ['STANDARD']));
  expect([order.count, order.at(0), order.placeOf(0), order.placeOf(1), order.placeOf(2)]).toEqual([
    1, 0, 0, -1, -1,
  ]);
  const grown = listedOrder(columns);
  expect([0, 1, 2].map(grown.placeOf)).toEqual([1, 0, 2]);
});

test('an object comes with everything that was told', () => {
  const facts = { sizeBytes: 5e12, modifiedAt: 1_700_000_000_123, storageClass: 'GLACIER' };
  const columns = columnsOf('', [object('x', facts), object('y')]);
  expect(columns.row(0)).toEqual({ kind: 'object', key: 'x', name: 'x', ...facts });
  expect(columns.row(1)).toMatchObject({ modifiedAt: null, storageClass: 'STANDARD' });
  expect([columns.sizeBytes(), columns.sizeOf(0), columns.sizeOfAll(Uint32Array.of(2))]).toEqual([
    5e12 + 1,
    5e12,
    1,
  ]);
});

test.each(['a/', 'a//', 'a/\ufeffmark', 'a/\u00e9', 'a/e\u0301', 'a/🪁 ', 'a/\u0000\n', 'a/%2F+..'])(
  'the key %j comes back as it is',
  (key) => {
    const columns = columnsOf('a/', ['a', key]);
    expect(columns.row(1)).toMatchObject({ key, name: key.slice(2) });
    expect(columns.find(key)).toBe(1);
  },
);

test('a key that does not begin with the prefix is its own name', () => {
  expect(names(columnsOf('a/', ['b']))).toEqual(['b']);
});

test('a key is found in any piece, also one that came after it was sought in vain', () => {
  const columns = columnsOf('', [], ['a', 'bb'], ['cc'], []);
  expect(['a', 'bb', 'cc', 'c', ''].map(columns.find)).toEqual([0, 1, 2, -1, -1]);
  columns.add(packRows([object('c')], ['STANDARD']));
  expect(columns.find('c')).toBe(3);
});

test('a name begins with a text whatever the capitals', () => {
  const columns = columnsOf('p/', ['p/Alpha', 'p/Österreich']);
  expect(['aL', 'alphabet', 'ö', ''].map((text) => [...columns.beginning(text)])).toEqual([
    [1, 0],
    [0, 0],
    [0, 1],
    [1, 1],
  ]);
});

test('two names that look the same are twins, even a piece apart and in either order', () => {
  const alone = columnsOf('a/', ['a/\u00e9.csv', 'a/株.csv']);
  expect(alone.hasTwin('\u00e9.csv')).toBe(false);
  const both = columnsOf('a/', ['a/e\u0301.csv', 'a/x'], ['a/\u00e9.csv']);
  expect(both.hasTwin('\u00e9.csv')).toBe(true);
  expect(both.hasTwin('e\u0301.csv')).toBe(true);
  expect(both.hasTwin('x')).toBe(false);
  expect(columnsOf('', ['e\u0301']).hasTwin('e\u0301')).toBe(false);
});

test('buckets stand in the same columns, with their regions', () => {
  const columns = createColumns('buckets', '');
  const bucket = { name: 'data', createdAt: 5, region: 'eu-west-1' };
  for (const piece of packBuckets([bucket, { name: 'old', createdAt: null, region: null }]))
    columns.add(piece);
  expect(all(columns)).toEqual([
    { kind: 'bucket', key: 'data', name: 'data', createdAt: 5, region: 'eu-west-1' },
    { kind: 'bucket', key: 'old', name: 'old', createdAt: null, region: null },
  ]);
});

test('what is packed fits the contract', () => {
  const piece = packRows([folder('a/'), object('b')], []);
  expect(ListPiece.safeParse(piece).success).toBe(true);
});
