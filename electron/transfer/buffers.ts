/** Buffers used again: a transfer of any size needs no more of them than requests are under way. Pure. */
export interface Buffers {
  /** At least so many bytes long; give it back when the bytes have gone. */
  take(bytes: number): Buffer;
  giveBack(buffer: Buffer): void;
}

const MIB = 1_048_576;
const SMALLEST_BYTES = 65_536;

/** `mostFree`: bytes that are kept while nobody uses them. */
export function createBuffers(mostFree: number): Buffers {
  let free: Buffer[] = [];
  return {
    take(bytes) {
      // Of its own kind only: a small file in a large buffer would have another large one made beside it.
      const size = sizeFor(bytes);
      const found = free.findIndex((buffer) => buffer.length === size);
      const [known] = found < 0 ? [] : free.splice(found, 1);
      return known ?? Buffer.allocUnsafeSlow(size);
    },
    giveBack(buffer) {
      free.push(buffer);
      let kept = 0;
      // The oldest go first: their kind was not asked for since.
      free = free
        .reverse()
        .filter(({ length }) => {
          kept += length;
          return kept <= mostFree;
        })
        .reverse();
    },
  };
}

/** Few kinds, so that they fit again: powers of two up to a mebibyte, whole mebibytes beyond. */
function sizeFor(bytes: number): number {
  if (bytes > MIB) return Math.ceil(bytes / MIB) * MIB;
  return Math.max(SMALLEST_BYTES, 2 ** Math.ceil(Math.log2(Math.max(1, bytes))));
}
