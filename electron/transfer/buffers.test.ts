import { expect, it } from 'vitest';
import { createBuffers } from './buffers.ts';

const MIB = 1_048_576;

it('gives a buffer that came back to the next of its kind', () => {
  const buffers = createBuffers(64 * MIB);
  const first = buffers.take(8 * MIB);
  expect(first.length).toBe(8 * MIB);
  buffers.giveBack(first);
  expect(buffers.take(8 * MIB)).toBe(first);
});

it('puts nothing small into a large one', () => {
  const buffers = createBuffers(64 * MIB);
  const large = buffers.take(8 * MIB);
  buffers.giveBack(large);
  expect(buffers.take(16_000).length).toBe(65_536);
  expect(buffers.take(8 * MIB)).toBe(large);
});

it.each([
  [0, 65_536],
  [65_537, 131_072],
  [MIB, MIB],
  [MIB + 1, 2 * MIB],
  [11 * MIB, 11 * MIB],
])('%i bytes have %i', (bytes, size) => {
  expect(createBuffers(0).take(bytes).length).toBe(size);
});

it('keeps no more than it is told, and the newest', () => {
  const buffers = createBuffers(2 * MIB);
  const taken = [1, 2, 3].map(() => buffers.take(MIB));
  for (const buffer of taken) buffers.giveBack(buffer);
  const again = [1, 2, 3].map(() => buffers.take(MIB));
  expect(again.filter((buffer) => taken.includes(buffer))).toHaveLength(2);
  expect(again).not.toContain(taken[0]);
});
