/** The rows that something is to be done with: all that are selected, as they stand on screen. */
import type { BrowserStore } from './browser-store.ts';
import { copyLines } from './copy/copy-lines.ts';
import type { Row } from './list-model.ts';

export function* selectedRows(store: BrowserStore): Generator<Row> {
  const { view } = store.current();
  if (view) for (const number of store.selected()) yield view.columns.row(number);
}

/** A line for each selected row; null when that is more than the clipboard is given. */
export function textOfSelected(store: BrowserStore, textOf: (row: Row) => string): string | null {
  return copyLines(selectedRows(store), textOf);
}
