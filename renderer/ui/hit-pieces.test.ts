import { expect, test } from 'vitest';
import { hitPieces } from './hit-pieces.ts';

test('what was found is marked, overlaps together', () => {
  expect(hitPieces('ProdRead', ['prod', 'dre'])).toEqual([
    { text: 'ProdRe', hit: true },
    { text: 'ad', hit: false },
  ]);
  expect(hitPieces('', ['x'])).toEqual([]);
});
