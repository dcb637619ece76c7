/** How a person wants the rows: by which column, which way, with which words in the name. Pure. */

export type SortColumn = 'name' | 'size' | 'date' | 'class';
export interface Sort {
  by: SortColumn;
  down: boolean;
}
export interface Arrangement {
  filter: string;
  sort: Sort;
}

/** S3's own order. */
export const byName: Sort = { by: 'name', down: false };

export const filterWords = (filter: string): string[] => fold(filter).split(/\s+/).filter(Boolean);
/** Capitals and accents' spelling don't count. */
export const fold = (text: string): string => text.normalize('NFC').toLowerCase();

/** Nothing to do: the rows stand as they were listed. */
export function isAsListed({ filter, sort }: Arrangement): boolean {
  return sort.by === 'name' && !sort.down && filterWords(filter).length === 0;
}

export function sameArrangement(a: Arrangement, b: Arrangement): boolean {
  return a.filter === b.filter && a.sort.by === b.sort.by && a.sort.down === b.sort.down;
}

/** A click on a column's head: that column, or the other way round. */
export function nextSort(sort: Sort, by: SortColumn): Sort {
  return { by, down: sort.by === by ? !sort.down : false };
}
