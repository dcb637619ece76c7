/** Does what the keyboard asks of the list: moving, selecting, opening, copying, jumping by letters. */
import { type RefObject, useRef } from 'react';
import { useApi } from '../../bridge/use-api.ts';
import type { BrowserStore } from './browser-store.ts';
import { type ListIntent, moveCursor } from './list-keys.ts';
import type { Row } from './list-model.ts';
import { selectedFolders } from './sums/use-sums.ts';
import { jumpTarget, type TypeAhead, typedNext } from './type-ahead.ts';
import { useBrowserKeys } from './use-browser-keys.ts';
import { rowHeight } from './use-rows-in-view.ts';

interface ListingKeys {
  store: BrowserStore;
  live: boolean;
  box: RefObject<HTMLElement | null>;
  open: (row: Row) => void;
  /** Opens the panel of the row, or closes it. */
  look: (row: Row) => void;
  download: (row: Row) => void;
  bookmark: () => void;
  copy: (textOf: (row: Row) => string) => void;
  editPath: () => void;
  focusFilter: () => void;
  /** On what is selected; what is new goes into the folder on screen. */
  begin: (action: 'delete' | 'rename' | 'newFolder' | 'uploadFiles') => void;
  /** `s3://…` of a row. */
  uriOf: (row: Row) => string;
}

/** What depends on how the rows stand: keys that come while they are sorted or filtered mean the new order. */
const inOrder: ReadonlySet<ListIntent['kind']> = new Set(['move', 'first', 'last', 'all', 'open', 'type']);

export function useListingKeys(keys: ListingKeys) {
  const { clock } = useApi();
  const typed = useRef<TypeAhead | null>(null);
  const { store, box } = keys;

  function act(intent: ListIntent): boolean {
    if (!inOrder.has(intent.kind)) return actNow(intent);
    let done = true;
    store.whenArranged(() => {
      done = actNow(intent);
    });
    return done;
  }
  function actNow(intent: ListIntent): boolean {
    const { cursorRow, filter, facts, view } = store.current();
    const count = view?.order.count ?? 0;
    const present = view && cursorRow >= 0 ? view.order.placeOf(cursorRow) : -1;
    const row = view && present >= 0 ? view.columns.row(cursorRow) : undefined;
    const goTo = (place: number, extend?: true) => {
      store.moveTo(place, extend ? 'extend' : 'only');
      box.current?.focus({ preventScroll: true });
      return true;
    };
    const withRow = (run: (row: Row) => unknown) => {
      if (row) run(row);
      return row !== undefined;
    };
    switch (intent.kind) {
      case 'move':
        return goTo(moveCursor(present, intent.by, count), intent.extend);
      case 'first':
        return goTo(0, intent.extend);
      case 'last':
        return goTo(count - 1, intent.extend);
      case 'all':
        store.selectAll();
        return true;
      case 'open':
        return withRow(keys.open);
      case 'copyUri':
        return withRow(() => keys.copy(keys.uriOf));
      case 'copyKey':
        return withRow(() => keys.copy((each) => each.key));
      case 'download':
        return withRow(keys.download);
      case 'sum': {
        const selected = selectedFolders(store);
        if (!selected || !keys.live) return false;
        for (const prefix of selected.prefixes) store.sums.ask(selected.bucket, prefix);
        return true;
      }
      case 'bookmark':
        keys.bookmark();
        return true;
      case 'type': {
        const next = typedNext(typed.current, intent.key, clock.now());
        typed.current = next;
        // A space that is no part of a typed name.
        if (intent.key === ' ' && next === null) return withRow(keys.look);
        if (!view || next === null) return false;
        const beginning = (text: string) => {
          const begins = view.columns.beginning(text);
          return (place: number) => begins[view.order.at(place)] === 1;
        };
        return goTo(jumpTarget(count, beginning, next.text, present));
      }
      case 'path':
        keys.editPath();
        return true;
      case 'filter':
        keys.focusFilter();
        return true;
      case 'begin':
        if ((intent.action === 'delete' || intent.action === 'rename') && !row) return false;
        keys.begin(intent.action);
        return true;
      case 'escape':
        if (facts !== null) {
          store.set({ facts: null });
          box.current?.focus({ preventScroll: true });
        } else if (filter) store.set({ filter: '' });
        return true;
      default:
        if (keys.live) store[intent.kind]();
        return true;
    }
  }
  useBrowserKeys(() => Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 2), act);
}
