// Things in an order, each made when it is looked at: an array is one, and so is a million that nobody keeps. Pure.

export interface Sequence<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

/**
 * The first place from `from` on where it holds, else the length. Once it holds it must hold for all behind. In growing
 * strides, then by bisection: what is near is found by few looks.
 */
export function firstIndex<T>(all: Sequence<T>, from: number, holds: (one: T) => boolean): number {
  const holdsAt = (index: number) => {
    const one = all.at(index);
    return one === undefined || holds(one);
  };
  let low = from;
  let stride = 1;
  while (low + stride <= all.length && !holdsAt(low + stride - 1)) {
    low += stride;
    stride *= 2;
  }
  let high = Math.min(all.length, low + stride - 1);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holdsAt(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
