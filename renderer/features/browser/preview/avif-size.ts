/** The pixels of an AVIF: the largest of all sizes that its boxes say. Pure. Source: ISO/IEC 23008-12, `ispe`. */
import type { PixelSize } from './image-size.ts';

/** Boxes on the way to the sizes. `meta` has four bytes of its own before its boxes. */
const way = new Map([
  ['meta', 4],
  ['iprp', 0],
  ['ipco', 0],
]);
const DEEPEST = 4;

/** Throws a RangeError where the bytes end before the boxes do. */
export function avifSize(bytes: Uint8Array): PixelSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let largest: PixelSize | null = null;
  const walk = (from: number, to: number, depth: number) => {
    for (let at = from; at + 8 <= to && largest === null; ) {
      const length = view.getUint32(at);
      const name = String.fromCharCode(...[4, 5, 6, 7].map((i) => view.getUint8(at + i)));
      // 1: a longer number follows; 0: up to the end. Neither is on the way to the sizes.
      if (length < 8) return;
      const inner = way.get(name);
      if (name === 'ipco') largest = largestOf(view, at + 8, at + length);
      else if (inner !== undefined && depth < DEEPEST) walk(at + 8 + inner, at + length, depth + 1);
      at += length;
    }
  };
  walk(0, view.byteLength, 0);
  return largest;
}

function largestOf(view: DataView, from: number, to: number): PixelSize | null {
  let largest: PixelSize | null = null;
  for (let at = from; at + 8 <= to; ) {
    const length = view.getUint32(at);
    if (length < 8) return largest;
    // `ispe`, then four bytes of version and flags.
    if (view.getUint32(at + 4) === 0x69737065) {
      const size = { width: view.getUint32(at + 12), height: view.getUint32(at + 16) };
      if (largest === null || size.width * size.height > largest.width * largest.height) largest = size;
    }
    at += length;
  }
  return largest;
}
