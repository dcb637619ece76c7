/** How wide the columns of a table are drawn, by what is in their first rows. Pure. */
import type { Table } from './read-table.ts';

const NARROWEST = 5;
const WIDEST = 22;
/** Letters are narrower than digits, by which a width is told. */
const LETTER = 0.9;
const LOOKED_AT_ROWS = 200;

/** In characters. */
export function columnWidths({ names, rows, columns }: Table): number[] {
  const looked = rows.slice(0, LOOKED_AT_ROWS);
  return Array.from({ length: columns }, (_, column) => {
    const longest = looked.reduce(
      (most, row) => Math.max(most, row[column]?.length ?? 0),
      names?.[column]?.length ?? 0,
    );
    return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(longest * LETTER) + 1));
  });
}
