/** The rows that something is to be done with: all that are selected, as they stand on screen. */
import { MOST_COPIED } from '../../../electron/contract/copy-limit.ts';
import type { BrowserStore } from './browser-store.ts';
import type { Row } from './list-model.ts';

export function* selectedRows(store: BrowserStore): Generator<Row> {
  const { view } = store.current();
  if (view) for (const number of store.selected()) yield view.columns.row(number);
}

/** A line for each selected row; null when that is more than the clipboard is given. */
export function textOfSelected(store: BrowserStore, textOf: (row: Row) => string): string | null {
  const lines: string[] = [];
  let length = 0;
  for (const row of selectedRows(store)) {
    const line = textOf(row);
    length += line.length + 1;
    if (length > MOST_COPIED) return null;
    lines.push(line);
  }
  return lines.join('\n');
}
