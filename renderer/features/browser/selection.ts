/**
 * Which rows are selected: one bit a row. A range that grows or shrinks changes only the rows between; the sizes of many
 * are added up in the rows' own order, since jumping about in a million takes a second. Pure.
 */
import type { Order } from './columns/order.ts';

export interface Selection {
  count: number;
  sizeBytes: number;
  has(number: number): boolean;
}

export const nothingSelected: Selection = { count: 0, sizeBytes: 0, has: () => false };

/** More changes than this at once are cheaper to add up anew. */
const MANY = 10_000;
/** So few are looked for by themselves, instead of among a million rows at each move of the cursor. */
const FEW = 8;

export interface Selector {
  only(number: number): Selection;
  toggle(number: number): Selection;
  /** From where the last single row was taken to this place. */
  extend(order: Order, place: number): Selection;
  all(order: Order): Selection;
  /** The selected among the rows of this order, in it. */
  inOrder(order: Order): Generator<number>;
}

/** `sizeOfAll`: of the rows whose bits are set. */
export function createSelector(
  sizeOf: (number: number) => number,
  sizeOfAll: (bits: Uint32Array) => number,
): Selector {
  let bits = new Uint32Array(64);
  let count = 0;
  let sizeBytes = 0;
  /** Row the next range begins at. */
  let anchor = -1;
  let range: { order: Order; from: number; to: number } | null = null;

  const has = (number: number) => (((bits[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
  function put(number: number, selected: boolean, sized = true) {
    if (number < 0 || has(number) === selected) return;
    const at = number >>> 5;
    if (at >= bits.length) {
      const larger = new Uint32Array(Math.max(bits.length * 2, at + 1));
      larger.set(bits);
      bits = larger;
    }
    bits[at] = (bits[at] as number) ^ (1 << (number & 31));
    count += selected ? 1 : -1;
    if (sized) sizeBytes += selected ? sizeOf(number) : -sizeOf(number);
  }
  function clear() {
    bits.fill(0);
    count = 0;
    sizeBytes = 0;
    range = null;
  }
  function putRange(order: Order, from: number, to: number, selected: boolean) {
    const many = to - from > MANY;
    for (let place = from; place <= to; place++) put(order.at(place), selected, !many);
    if (many) sizeBytes = sizeOfAll(bits);
  }
  function fewInOrder(order: Order): number[] {
    const places: number[] = [];
    for (const [at, word] of bits.entries())
      for (let rest = word; rest !== 0; rest &= rest - 1)
        places.push(order.placeOf(at * 32 + 31 - Math.clz32(rest & -rest)));
    return places
      .filter((place) => place >= 0)
      .sort((a, b) => a - b)
      .map((place) => order.at(place));
  }
  const told = (): Selection => ({ count, sizeBytes, has });

  return {
    only(number) {
      clear();
      put(number, true);
      anchor = number;
      return told();
    },
    toggle(number) {
      put(number, !has(number));
      anchor = number;
      range = null;
      return told();
    },
    extend(order, place) {
      const start = Math.max(0, order.placeOf(anchor));
      const next = { order, from: Math.min(start, place), to: Math.max(start, place) };
      if (range?.order !== order) {
        clear();
        putRange(order, next.from, next.to, true);
      } else {
        putRange(order, range.from, Math.min(range.to, next.from - 1), false);
        putRange(order, Math.max(range.from, next.to + 1), range.to, false);
        putRange(order, next.from, Math.min(next.to, range.from - 1), true);
        putRange(order, Math.max(next.from, range.to + 1), next.to, true);
      }
      range = next;
      return told();
    },
    all(order) {
      clear();
      putRange(order, 0, order.count - 1, true);
      return told();
    },
    *inOrder(order) {
      if (count <= FEW) return yield* fewInOrder(order);
      for (let place = 0; place < order.count; place++) if (has(order.at(place))) yield order.at(place);
    },
  };
}
