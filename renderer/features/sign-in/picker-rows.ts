/** Where each account and each role stands in the picker's scrolled list: one height for all. Pure. */
import type { AccountGroup, ListedOffer } from './picker-model.ts';

export const rowHeight = 32;

export interface PlacedGroup extends AccountGroup {
  /** Among the accounts shown. */
  place: number;
  /** Index of the account's own row among all rows; its roles follow. */
  row: number;
}

export interface DrawnOffer {
  offer: ListedOffer;
  /** Index among the roles shown, over all accounts. */
  index: number;
  /** Index among all rows. */
  row: number;
}

export function placeGroups(groups: readonly AccountGroup[]): PlacedGroup[] {
  let row = 0;
  return groups.map((group, place) => {
    const placed = { ...group, place, row };
    row += 1 + group.offers.length;
    return placed;
  });
}

export function countRows(groups: readonly AccountGroup[]): number {
  return groups.reduce((sum, group) => sum + 1 + group.offers.length, 0);
}

/** The row of the role at `index`, -1 when there is none. */
export function rowOfOffer(groups: readonly PlacedGroup[], index: number): number {
  let before = 0;
  for (const group of groups) {
    if (index < before + group.offers.length && index >= before) return group.row + 1 + index - before;
    before += group.offers.length;
  }
  return -1;
}

/** Accounts of which any row lies between `first` and `last`, each with its roles there. */
export function drawnGroups(
  groups: readonly PlacedGroup[],
  first: number,
  last: number,
): { group: PlacedGroup; offers: DrawnOffer[] }[] {
  let before = 0;
  return groups.flatMap((group) => {
    const start = before;
    before += group.offers.length;
    if (group.row > last || group.row + group.offers.length < first) return [];
    const offers = group.offers.map((offer, i) => ({ offer, index: start + i, row: group.row + 1 + i }));
    return [{ group, offers: offers.filter(({ row }) => row >= first && row <= last) }];
  });
}
