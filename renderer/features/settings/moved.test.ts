import { expect, test } from 'vitest';
import { afterWords, lengthWords } from './length-words.ts';
import { moved } from './moved.ts';

const things = [
  { id: 'a', of: 'x' },
  { id: 'b', of: 'y' },
  { id: 'c', of: 'x' },
  { id: 'd', of: 'x' },
];

test.each<[string, 1 | -1, string[] | null]>([
  ['a', 1, ['c', 'b', 'a', 'd']],
  ['c', -1, ['c', 'b', 'a', 'd']],
  ['d', 1, null],
  ['a', -1, null],
  ['b', 1, null],
  ['nobody', 1, null],
])('%s moved by %d passes its own kind only', (id, by, expected) => {
  expect(moved(things, id, by, ({ of }) => of)).toEqual(expected);
});

test('without kinds everything is a neighbour', () => {
  expect(moved(things, 'a', 1)).toEqual(['b', 'a', 'c', 'd']);
});

test.each([
  [900, '15 minutes'],
  [3600, '1 hour'],
  [43_200, '12 hours'],
  [5400, '90 minutes'],
])('%d seconds are %s', (seconds, words) => {
  expect(lengthWords(seconds)).toBe(words);
});

test.each([
  [60, 'After 60 seconds'],
  [90, 'After 90 seconds'],
  [300, 'After 5 minutes'],
])('%d seconds: %s', (seconds, words) => {
  expect(afterWords(seconds)).toBe(words);
});
