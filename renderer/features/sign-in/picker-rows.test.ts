import { expect, test } from 'vitest';
import { type AccountGroup, listOffers } from './picker-model.ts';
import { countRows, drawnGroups, placeGroups, rowOfOffer } from './picker-rows.ts';

const group = (accountId: string, names: string[]): AccountGroup => ({
  accountId,
  accountName: null,
  total: names.length,
  offers: listOffers(
    names.map((roleName) => ({
      roleArn: `arn:aws:iam::${accountId}:role/${roleName}`,
      providerArn: '',
      accountId,
      accountName: null,
      roleName,
      rolePath: '/',
      wanted: false,
      pass: null,
    })),
  ),
});
/** Rows: 0 A, 1 a1, 2 a2, 3 B, 4 b1, 5 C, 6 c1, 7 c2, 8 c3 */
const groups = placeGroups([group('A', ['a1', 'a2']), group('B', ['b1']), group('C', ['c1', 'c2', 'c3'])]);
const drawn = (first: number, last: number) =>
  drawnGroups(groups, first, last).map(({ group: { accountId }, offers }) => [
    accountId,
    ...offers.map(({ offer, index, row }) => `${offer.roleName} ${index} ${row}`),
  ]);

test('every account has a row of its own before its roles', () => {
  expect(countRows(groups)).toBe(9);
  expect(groups.map(({ place, row }) => [place, row])).toEqual([
    [0, 0],
    [1, 3],
    [2, 5],
  ]);
  expect([0, 1, 2, 3, 4, 5, 6, -1].map((index) => rowOfOffer(groups, index))).toEqual([
    1, 2, 4, 6, 7, 8, -1, -1,
  ]);
});

test.each([
  [
    'everything',
    0,
    8,
    [
      ['A', 'a1 0 1', 'a2 1 2'],
      ['B', 'b1 2 4'],
      ['C', 'c1 3 6', 'c2 4 7', 'c3 5 8'],
    ],
  ],
  [
    'an account whose row is above the view keeps its head',
    2,
    4,
    [
      ['A', 'a2 1 2'],
      ['B', 'b1 2 4'],
    ],
  ],
  ['an account whose roles are below the view', 4, 5, [['B', 'b1 2 4'], ['C']]],
  ['the inside of one account', 7, 7, [['C', 'c2 4 7']]],
  ['nothing', 0, -1, []],
])('drawn is %s', (_what, first, last, expected) => {
  expect(drawn(first, last)).toEqual(expected);
});
