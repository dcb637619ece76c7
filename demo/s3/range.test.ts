import { expect, it } from 'vitest';
import { readRange } from './range.ts';

it.each([
  [undefined, 10, 'whole'],
  ['bytes=0-3', 10, { start: 0, end: 4 }],
  ['bytes=4-', 10, { start: 4, end: 10 }],
  ['bytes=-3', 10, { start: 7, end: 10 }],
  ['bytes=-30', 10, { start: 0, end: 10 }],
  ['bytes=8-99', 10, { start: 8, end: 10 }],
  ['bytes=10-', 10, 'unsatisfiable'],
  ['bytes=-0', 10, 'unsatisfiable'],
  ['bytes=0-', 0, 'unsatisfiable'],
  ['bytes=5-4', 10, 'whole'],
  ['bytes=0-1,3-4', 10, 'whole'],
  ['bytes=-', 10, 'whole'],
  ['items=0-1', 10, 'whole'],
] as const)('reads %s of %i bytes', (header, sizeBytes, expected) => {
  expect(readRange(header, sizeBytes)).toEqual(expected);
});
