// biome-ignore-all lint/a11y/useSemanticElements: a table's own layout can't be virtualised; the roles say it
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
/** The list of buckets or objects: a grid with one focus, drawn only where it is in view. */
import {
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { FilterWords } from '../../ui/Hits.tsx';
import type { BrowserStore, Select } from './browser-store.ts';
import { filterWords, type SortColumn, sameArrangement } from './columns/arrangement.ts';
import type { View } from './columns/arranger.ts';
import { HeadRow } from './HeadRow.tsx';
import { ListRow, rowId } from './ListRow.tsx';
import type { Listing, Row } from './list-model.ts';
import type { Selection } from './selection.ts';
import { useSums } from './sums/use-sums.ts';
import { useNameRoom } from './use-name-room.ts';
import { type RowsInView, useRowsInView } from './use-rows-in-view.ts';

interface ListTableProps {
  store: BrowserStore;
  listing: Listing;
  view: View;
  /** Number of the row with the cursor, or -1. */
  cursorRow: number;
  selection: Selection;
  live: boolean;
  /** False while these are the names of the place before; they look old only when that takes long. */
  arrived: boolean;
  slow: boolean;
  boxRef: RefObject<HTMLDivElement | null>;
  onMove: (place: number, select: Select) => void;
  onOpen: (row: Row) => void;
  onSort: (column: SortColumn) => void;
}

export function ListTable(props: ListTableProps) {
  const { listing, view, cursorRow, selection, live, arrived, slow, boxRef, onSort } = props;
  const stale = !live || !arrived;
  const buckets = listing.place.bucket === null;
  const room = useNameRoom(boxRef, buckets);
  const { columns, order, filter } = view;
  const words = useMemo(() => filterWords(filter), [filter]);
  const shown = useRowsInView(boxRef, order.count, columns);
  useKeepReadersPlace(shown, view, cursorRow);
  useKeepInView(shown, view, cursorRow);
  const newest = useRef(props);
  newest.current = props;
  const select = useCallback(
    (index: number, event: MouseEvent) => newest.current.onMove(index, selectBy(event)),
    [],
  );
  const openRow = useCallback((number: number) => {
    const { view, onOpen } = newest.current;
    onOpen(view.columns.row(number));
  }, []);
  const { sums } = props.store;
  useSums(props.store);
  const bucket = listing.place.bucket;
  const ask = useCallback(
    (prefix: string) => {
      if (bucket !== null && newest.current.arrived) sums.ask(bucket, prefix);
    },
    [sums, bucket],
  );
  const drawn = shown.rows.find(({ index }) => order.at(index) === cursorRow);
  return (
    <div
      ref={boxRef}
      className={`tbl${buckets ? ' buckets' : ''}${!live || (slow && !arrived) ? ' stale' : ''}`}
      role="grid"
      aria-label={buckets ? 'Buckets' : 'Objects'}
      aria-rowcount={listing.complete ? order.count + 1 : -1}
      aria-activedescendant={drawn ? rowId(drawn.index) : undefined}
      aria-busy={stale}
      aria-multiselectable
      tabIndex={0}
    >
      <HeadRow buckets={buckets} sort={view.sort} onSort={onSort} onClicked={() => boxRef.current?.focus()} />
      <FilterWords value={words}>
        <div role="rowgroup" className="rows" style={{ height: shown.height }}>
          {shown.rows.map(({ index, top }) => {
            const number = order.at(index);
            const row = columns.row(number);
            return (
              <ListRow
                key={number}
                row={row}
                number={number}
                index={index}
                top={top}
                selected={selection.has(number)}
                cursor={number === cursorRow}
                twin={columns.hasTwin(row.name)}
                room={room}
                sum={bucket === null || row.kind !== 'folder' ? undefined : sums.of(bucket, row.key)}
                // Rows are not drawn anew for a moment in which nothing can be asked.
                onSum={live ? ask : undefined}
                onSelect={select}
                onOpen={openRow}
              />
            );
          })}
        </div>
      </FilterWords>
    </div>
  );
}

function selectBy(event: MouseEvent): Select {
  if (event.shiftKey) return 'extend';
  return event.ctrlKey || event.metaKey ? 'toggle' : 'only';
}

/** The cursor comes into view when it moves or its row comes, not when other names arrive. */
function useKeepInView(shown: RowsInView, { columns, order }: View, cursorRow: number) {
  const before = useRef({ columns, cursorRow: -1 });
  useEffect(() => {
    if (before.current.columns === columns && before.current.cursorRow === cursorRow) return;
    const place = order.placeOf(cursorRow);
    if (place < 0 && cursorRow >= 0) return;
    before.current = { columns, cursorRow };
    if (place >= 0) shown.show(place);
  });
}

/**
 * Names that come in above leave what is being read where it is. Another place or order begins at its top; another
 * filter at the cursor, when that is still shown.
 */
function useKeepReadersPlace(shown: RowsInView, view: View, cursorRow: number) {
  const before = useRef(view);
  useLayoutEffect(() => {
    const last = before.current;
    before.current = view;
    if (last.order === view.order) return;
    if (last.columns === view.columns && sameArrangement(last, view)) return keepTop(shown, last, view);
    shown.toTop();
    const place = view.order.placeOf(cursorRow);
    if (last.columns === view.columns && last.filter !== view.filter && place >= 0) shown.show(place);
  });
}

function keepTop(shown: RowsInView, last: View, view: View) {
  const top = shown.top();
  const now = top > 0 ? view.order.placeOf(last.order.at(top)) : -1;
  if (now >= 0 && now !== top) shown.by(now - top);
}
