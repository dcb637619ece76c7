import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cut, join, type Piece } from './pieces.ts';

const piece = (bytes: Uint8Array): Piece => ({
  sizeBytes: bytes.length,
  read: (start, end) => [Buffer.from(bytes.subarray(start, end))],
});
const read = (from: Piece, start: number, end: number) => Buffer.concat([...from.read(start, end)]);

it('whatever range of whatever pieces is that of the whole', () => {
  const bytes = fc.uint8Array({ maxLength: 20 });
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 6 }), fc.nat(150), fc.nat(150), (all, a, b) => {
      const whole = Buffer.concat(all);
      const [start, end] = [Math.min(a, b, whole.length), Math.min(Math.max(a, b), whole.length)];
      const joined = join(all.map(piece));
      expect(joined.sizeBytes).toBe(whole.length);
      expect(read(joined, start, end)).toEqual(whole.subarray(start, end));
      const part = cut(joined, start, end);
      expect(part.sizeBytes).toBe(end - start);
      expect(read(part, 0, part.sizeBytes)).toEqual(whole.subarray(start, end));
    }),
  );
});
