// biome-ignore-all lint/a11y/useSemanticElements: a table's own layout can't be virtualised; the roles say it
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
/** The list of buckets or objects: a grid with one focus, drawn only where it is in view. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { ListRow, rowId } from './ListRow.tsx';
import { hasTwin, type Listing, type Row } from './list-model.ts';
import { useNameRoom } from './use-name-room.ts';
import { rowHeight, useRowsInView } from './use-rows-in-view.ts';

interface ListTableProps {
  listing: Listing;
  rows: readonly Row[];
  cursor: string | null;
  /** Readable but old: the session has ended, or the next place is still being asked for. */
  stale: boolean;
  boxRef: RefObject<HTMLDivElement | null>;
  onCursor: (key: string) => void;
  onOpen: (row: Row) => void;
  onNearEnd: () => void;
}

export function ListTable(props: ListTableProps) {
  const { listing, rows, cursor, stale, boxRef, onCursor, onOpen, onNearEnd } = props;
  const buckets = listing.place.bucket === null;
  const room = useNameRoom(boxRef, buckets);
  const view = useRowsInView(boxRef, rows.length);
  const present = cursor === null ? -1 : rows.findIndex((row) => row.key === cursor);
  const drawn = view.rows.some(({ index }) => index === present);
  useKeepInView(view.scrollTo, present, cursor);
  useKeepReadersPlace(boxRef, listing);

  const nearEnd = !listing.complete && view.last >= rows.length - 100;
  useEffect(() => {
    if (nearEnd) onNearEnd();
  });
  return (
    <div
      ref={boxRef}
      className={`tbl${buckets ? ' buckets' : ''}${stale ? ' stale' : ''}`}
      role="grid"
      aria-label={buckets ? 'Buckets' : 'Objects'}
      aria-rowcount={listing.complete ? rows.length + 1 : -1}
      aria-activedescendant={drawn ? rowId(present) : undefined}
      aria-busy={stale}
      tabIndex={0}
    >
      <HeadRow buckets={buckets} />
      <div role="rowgroup" className="rows" style={{ height: view.height }}>
        {view.rows.map(({ index, top }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <ListRow
              key={row.key}
              row={row}
              index={index}
              top={top}
              selected={index === present}
              twin={hasTwin(listing, row.name)}
              room={room}
              onSelect={() => onCursor(row.key)}
              onOpen={() => onOpen(row)}
            />
          );
        })}
      </div>
    </div>
  );
}

function HeadRow({ buckets }: { buckets: boolean }) {
  const columns = buckets ? ['Name', 'Region', 'Created'] : ['Name', 'Size', 'Modified', 'Class'];
  return (
    <div role="rowgroup" className="thead">
      <div role="row" className="tr th" aria-rowindex={1}>
        {columns.map((column) => (
          <div key={column} role="columnheader" className={column === 'Size' ? 'num' : ''}>
            {column}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The cursor comes into view when it moves, not when pages arrive. */
function useKeepInView(scrollTo: (index: number) => void, present: number, cursor: string | null) {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (present < 0 || shown.current === cursor) return;
    shown.current = cursor;
    scrollTo(present);
  });
}

/** A page that brings new folders puts them above: what is being read stays where it is on the screen. */
function useKeepReadersPlace(box: RefObject<HTMLDivElement | null>, listing: Listing) {
  const before = useRef(listing);
  useLayoutEffect(() => {
    const grown = listing.folders.length - before.current.folders.length;
    const same = before.current.place === listing.place;
    const top = box.current?.scrollTop ?? 0;
    if (same && grown > 0 && top > before.current.folders.length * rowHeight)
      box.current?.scrollBy(0, grown * rowHeight);
    if (!same) box.current?.scrollTo(0, 0);
    before.current = listing;
  }, [box, listing]);
}
