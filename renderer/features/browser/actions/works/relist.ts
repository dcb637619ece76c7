/** Lists the folder on screen again when a work changed it, the cursor on what a person looks for next. */
import type { BrowserStore } from '../../browser-store.ts';
import { changedPlace, goneKeys, landing } from './touched.ts';
import type { Work } from './work.ts';

export function relist(store: BrowserStore, work: Work): void {
  const { place, asking } = store.current();
  if (asking || !changedPlace(work, place)) return;
  const cursor = landing(work) ?? afterGone(store, goneKeys(work));
  store.set({ cursor });
  store.again();
}

/** The cursor where it was, or on the next row that stays, or on the last before. */
function afterGone(store: BrowserStore, gone: ReadonlySet<string>): string | null {
  const { cursor, cursorRow, view } = store.current();
  if (cursor === null || !gone.has(cursor) || !view) return cursor;
  const from = view.order.placeOf(cursorRow);
  const keyAt = (place: number) => view.columns.row(view.order.at(place)).key;
  for (let place = from + 1; place > 0 && place < view.order.count; place++)
    if (!gone.has(keyAt(place))) return keyAt(place);
  for (let place = from - 1; place >= 0; place--) if (!gone.has(keyAt(place))) return keyAt(place);
  return null;
}
