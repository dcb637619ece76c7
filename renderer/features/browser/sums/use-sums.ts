/** The sums that the screen shows, and what of the selection is summed. */
import { useSyncExternalStore } from 'react';
import type { BrowserStore } from '../browser-store.ts';
import { selectedRows } from '../selected-rows.ts';
import type { SelectionSum } from './sum-words.ts';
import type { Sum } from './sums.ts';

export function useSums({ sums }: BrowserStore): ReadonlyMap<string, Sum> {
  return useSyncExternalStore(sums.subscribe, sums.all);
}

/** Rows that are looked through at each change of the screen. */
const MOST_LOOKED_AT = 2000;

export interface SummedSelection extends SelectionSum {
  bucket: string;
  prefixes: readonly string[];
}

/** Null: no folder is selected, or too much is. The row of the cursor counts as selected. */
export function selectedFolders(store: BrowserStore): SummedSelection | null {
  const { listing, selection } = store.current();
  const bucket = listing?.place.bucket ?? null;
  if (bucket === null || selection.count > MOST_LOOKED_AT) return null;
  const prefixes: string[] = [];
  const objects = { objects: 0, sizeBytes: 0 };
  for (const row of selectedRows(store)) {
    if (row.kind === 'folder') prefixes.push(row.key);
    if (row.kind !== 'object') continue;
    objects.objects++;
    objects.sizeBytes += row.sizeBytes;
  }
  if (prefixes.length === 0) return null;
  return { bucket, prefixes, objects, folders: prefixes.map((prefix) => store.sums.of(bucket, prefix)) };
}
