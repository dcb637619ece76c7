/** Does what the keyboard asks of the list: moving, opening, copying, jumping by letters. */
import { type RefObject, useRef } from 'react';
import { useApi } from '../../bridge/use-api.ts';
import type { BrowserStore } from './browser-store.ts';
import { type ListIntent, moveCursor } from './list-keys.ts';
import type { Row } from './list-model.ts';
import { jumpTarget, type TypeAhead, typedNext } from './type-ahead.ts';
import { useBrowserKeys } from './use-browser-keys.ts';
import { rowHeight } from './use-rows-in-view.ts';

interface ListingKeys {
  store: BrowserStore;
  live: boolean;
  rows: readonly Row[];
  box: RefObject<HTMLElement | null>;
  open: (row: Row) => void;
  download: (row: Row) => void;
  editPath: () => void;
  focusFilter: () => void;
  /** `s3://…` of a row. */
  uriOf: (row: Row) => string;
}

export function useListingKeys(keys: ListingKeys) {
  const { order, clock } = useApi();
  const typed = useRef<TypeAhead | null>(null);
  const { store, rows, box } = keys;

  function act(intent: ListIntent): boolean {
    const { cursor, filter, facts } = store.current();
    const present = cursor === null ? -1 : rows.findIndex((row) => row.key === cursor);
    const row = rows[present];
    const goTo = (index: number) => {
      const target = rows[index];
      if (target) store.set({ cursor: target.key });
      box.current?.focus({ preventScroll: true });
      return true;
    };
    const withRow = (run: (row: Row) => unknown) => {
      if (row) run(row);
      return row !== undefined;
    };
    switch (intent.kind) {
      case 'move':
        return goTo(moveCursor(present, intent.by, rows.length));
      case 'first':
        return goTo(0);
      case 'last':
        return goTo(rows.length - 1);
      case 'open':
        return withRow(keys.open);
      case 'copyUri':
        return withRow((each) => order('text.copy', { text: keys.uriOf(each) }));
      case 'copyKey':
        return withRow((each) => order('text.copy', { text: each.key }));
      case 'download':
        return withRow(keys.download);
      case 'type': {
        const next = typedNext(typed.current, intent.key, clock.now());
        typed.current = next;
        return next !== null && goTo(jumpTarget(rows, next.text, present));
      }
      case 'path':
        keys.editPath();
        return true;
      case 'filter':
        keys.focusFilter();
        return true;
      case 'escape':
        if (facts !== null) store.set({ facts: null });
        else if (filter) store.set({ filter: '' });
        return true;
      default:
        if (keys.live) store[intent.kind]();
        return true;
    }
  }
  useBrowserKeys(() => Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 2), act);
}
