/**
 * Row numbers that only grow, four bytes each, in ascending order. In blocks: to copy half a million of them for room
 * for one more would hold up the window. Pure.
 */

export interface RowNumbers {
  count(): number;
  at(index: number): number;
  /** Index of a number below `count`, or -1. */
  indexOf(number: number): number;
  push(number: number): void;
  /** A copy of the first `count`. */
  slice(count: number): Uint32Array<ArrayBuffer>;
}

const BLOCK_BITS = 16;
const BLOCK = 1 << BLOCK_BITS;
/** Most folders are short: the first block begins small and doubles. */
const FIRST = 64;

export function createRowNumbers(): RowNumbers {
  const blocks: Uint32Array<ArrayBuffer>[] = [];
  let last = new Uint32Array(0);
  let count = 0;

  const at = (index: number) => blocks[index >>> BLOCK_BITS]?.[index & (BLOCK - 1)] ?? 0;
  function makeRoom(inBlock: number): void {
    if (inBlock === 0) {
      last = new Uint32Array(blocks.length === 0 ? FIRST : BLOCK);
      blocks.push(last);
    } else {
      const larger = new Uint32Array(last.length * 2);
      larger.set(last);
      last = larger;
      blocks[blocks.length - 1] = larger;
    }
  }
  return {
    count: () => count,
    at,
    indexOf(number) {
      let low = 0;
      let high = count - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const found = at(middle);
        if (found === number) return middle;
        if (found < number) low = middle + 1;
        else high = middle - 1;
      }
      return -1;
    },
    push(number) {
      const inBlock = count & (BLOCK - 1);
      if (inBlock === 0 || inBlock === last.length) makeRoom(inBlock);
      last[inBlock] = number;
      count++;
    },
    slice(count) {
      const all = new Uint32Array(count);
      for (let from = 0; from < count; from += BLOCK)
        all.set(blocks[from >>> BLOCK_BITS]?.subarray(0, count - from) ?? [], from);
      return all;
    },
  };
}
