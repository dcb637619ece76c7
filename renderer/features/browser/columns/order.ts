/** Which row stands at which place of the list. Pure. */
import type { Columns } from './columns.ts';

export interface Order {
  count: number;
  /** Number of the row at a place. */
  at(place: number): number;
  /** Place of a row, or -1 when it is not shown. */
  placeOf(number: number): number;
}

/** As S3 lists, folders first; the rows that came later are not in it. */
export function listedOrder({ folders, objects }: Columns): Order {
  const first = folders.count();
  const count = first + objects.count();
  const inside = (place: number) => (place >= 0 && place < count ? place : -1);
  return {
    count,
    at: (place) => (place < first ? folders.at(place) : objects.at(place - first)),
    placeOf(number) {
      const folder = folders.indexOf(number);
      if (folder >= 0) return folder < first ? folder : -1;
      const object = objects.indexOf(number);
      return object < 0 ? -1 : inside(first + object);
    },
  };
}

/** As the worker sorted and filtered. */
export function arrangedOrder(numbers: Uint32Array): Order {
  return {
    count: numbers.length,
    at: (place) => numbers[place] ?? 0,
    placeOf: (number) => (number < 0 ? -1 : numbers.indexOf(number)),
  };
}
