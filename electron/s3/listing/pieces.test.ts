import { expect, it } from 'vitest';
import { ListPiece, MOST_KEY_BYTES_A_PIECE, MOST_NAMES_A_PIECE } from '../../contract/s3-list.ts';
import { emptyNames, type Names } from './names.ts';
import { createPieces } from './pieces.ts';

function page(count: number, keyLength: number, first: number): Names {
  const names = emptyNames(count, count * keyLength);
  for (let i = 0; i < count; i++) {
    names.keys.set(new TextEncoder().encode(String(first + i).padStart(keyLength, '0')), i * keyLength);
    names.ends[i] = (i + 1) * keyLength;
    names.sizes[i] = first + i;
  }
  return names;
}

it.each([
  ['many short names', 30, 10],
  ['names as long as they get', 5, 1024],
])('%s are cut into pieces of the largest size, none lost, none twice', (_what, pages, keyLength) => {
  const pieces = createPieces(['STANDARD']);
  for (let i = 0; i < pages; i++) pieces.add(page(1000, keyLength, i * 1000));
  const sizes: number[] = [];
  const counts: number[] = [];
  while (!pieces.isEmpty()) {
    const piece = ListPiece.parse(pieces.take());
    counts.push(piece.ends.length);
    piece.ends.forEach((end, i) => {
      const key = new TextDecoder().decode(piece.keys.subarray(end - keyLength, end));
      expect(Number(key)).toBe(piece.sizes[i]);
    });
    sizes.push(...piece.sizes);
  }
  expect(sizes).toEqual(Array.from({ length: pages * 1000 }, (_, i) => i));
  expect(counts[0]).toBe(Math.min(MOST_NAMES_A_PIECE, Math.floor(MOST_KEY_BYTES_A_PIECE / keyLength)));
  expect(pieces.waitingBytes()).toBe(0);
});

it('nothing that waits is an empty piece', () => {
  expect(createPieces([]).take().ends.length).toBe(0);
});
