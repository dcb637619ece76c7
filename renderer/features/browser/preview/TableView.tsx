// biome-ignore-all lint/a11y/useSemanticElements: a table's own layout can't be virtualised; the roles say it
// biome-ignore-all lint/a11y/useFocusableInteractive: the table scrolls, its cells are for reading
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
/** A table as it is written in a file; every cell is text. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { columnWidths } from './column-widths.ts';
import { LONGEST_CELL } from './limits.ts';
import { Marked } from './Marked.tsx';
import type { Table } from './read-table.ts';
import { cutLine } from './text-lines.ts';

const ROW_HEIGHT = 24;

export function TableView({ table }: { table: Table }) {
  const { names, rows, numeric } = table;
  const box = useRef<HTMLDivElement>(null);
  const drawn = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const gridTemplateColumns = useMemo(
    () =>
      columnWidths(table)
        .map((width) => `${width}ch`)
        .join(' '),
    [table],
  );
  const cells = numeric.map((isNumber, column) => ({
    column,
    className: isNumber ? 'pv-cell num' : 'pv-cell',
  }));
  return (
    <div
      className="pv-box pv-table"
      role="table"
      aria-label="Table"
      aria-rowcount={rows.length + 1}
      aria-colcount={numeric.length}
      tabIndex={0}
      ref={box}
    >
      <div className="pv-names" role="rowgroup">
        <div className="pv-tr" role="row" style={{ gridTemplateColumns }}>
          {cells.map(({ column, className }) => (
            <span key={column} role="columnheader" className={className}>
              <Cell text={names?.[column] ?? String(column + 1)} />
            </span>
          ))}
        </div>
      </div>
      <div className="pv-rows" role="rowgroup" style={{ height: drawn.getTotalSize() }}>
        {drawn.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            className="pv-row pv-tr"
            role="row"
            aria-rowindex={index + 2}
            style={{ top: start, height: ROW_HEIGHT, gridTemplateColumns }}
          >
            {cells.map(({ column, className }) => (
              <span key={column} role="cell" className={className}>
                <Cell text={rows[index]?.[column]} />
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Undefined: the row is shorter than others. */
function Cell({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  if (text === '') return <span className="odd">empty</span>;
  return <Marked {...cutLine(text, LONGEST_CELL)} />;
}
