import { expect, test } from 'vitest';
import { namesWords } from './names-words.ts';

const names = (looked: number, count: number, more: { complete?: boolean; cut?: boolean } = {}) =>
  namesWords({ looked, renamed: { count, first: [] }, complete: true, cut: false, ...more });

test.each([
  [namesWords(null), 'Looking at the names'],
  [names(1000, 0, { complete: false }), 'Of 1,000 names so far all fit on this computer'],
  [names(1000, 1, { complete: false }), 'Of 1,000 names so far 1 changes on this computer'],
  [names(50_000, 0, { cut: true }), 'Of the first 50,000 names all fit on this computer'],
  [names(0, 0), 'There is nothing in it'],
  [names(1, 0), 'Its name fits this computer'],
  [names(1, 1), 'Its name changes on this computer'],
  [names(214, 0), 'Of 214 names all fit on this computer'],
  [names(214, 3), 'Of 214 names 3 change on this computer'],
])('%s', (words, expected) => {
  expect(words).toBe(expected);
});
