import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partBytesOf, partsOf } from './part-plan.ts';

const MIB = 1_048_576;
const LARGEST_OBJECT = 48.8 * 1024 ** 4;

it.each([
  [1, 8],
  [80_000 * MIB, 8],
  [80_000 * MIB + 1, 9],
  [48.8 * 1024 ** 4, 5118],
])('an object of %d bytes has parts of %d MiB', (size, mib) => {
  expect(partBytesOf(size)).toBe(mib * MIB);
});

it('never needs more than 10,000 parts, and none is too large', () => {
  fc.assert(
    fc.property(
      fc.maxSafeInteger().map((n) => Math.abs(n) % LARGEST_OBJECT),
      (size) => {
        const partBytes = partBytesOf(size);
        expect(Math.ceil(size / partBytes)).toBeLessThanOrEqual(10_000);
        expect(partBytes).toBeLessThanOrEqual(5 * 1024 * MIB);
      },
    ),
  );
});

it('parts lie one behind the other and make the whole', () => {
  const parts = partsOf(20 * MIB + 5, 8 * MIB);
  expect(parts.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(parts.map(({ start }) => start)).toEqual([0, 8 * MIB, 16 * MIB]);
  expect(parts.reduce((sum, { length }) => sum + length, 0)).toBe(20 * MIB + 5);
  expect(partsOf(0, 8 * MIB)).toEqual([]);
});
