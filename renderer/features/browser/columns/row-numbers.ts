/** Row numbers that only grow, four bytes each, in ascending order. Pure. */

export interface RowNumbers {
  count(): number;
  at(index: number): number;
  /** Index of a number below `count`, or -1. */
  indexOf(number: number): number;
  push(number: number): void;
  /** A copy of the first `count`. */
  slice(count: number): Uint32Array<ArrayBuffer>;
}

export function createRowNumbers(): RowNumbers {
  let numbers = new Uint32Array(64);
  let count = 0;
  return {
    count: () => count,
    at: (index) => numbers[index] ?? 0,
    indexOf(number) {
      let low = 0;
      let high = count - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const found = numbers[middle] as number;
        if (found === number) return middle;
        if (found < number) low = middle + 1;
        else high = middle - 1;
      }
      return -1;
    },
    push(number) {
      if (count === numbers.length) {
        const larger = new Uint32Array(numbers.length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[count++] = number;
    },
    slice: (count) => numbers.slice(0, count),
  };
}
