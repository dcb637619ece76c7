/** How much a preview reads, keeps and draws. Pure. */

/** Bytes that are read at once, by one press of Read more, and in all. */
export const FIRST_BYTES = 64_000;
export const MORE_BYTES = 1_000_000;
export const MOST_BYTES = 8_000_000;

/** Of one line, or one cell, this many characters are drawn. */
export const LONGEST_LINE = 10_000;
export const LONGEST_CELL = 300;

export const MOST_LINES = 100_000;
export const MOST_ROWS = 100_000;
export const MOST_CELLS = 1_000_000;
export const MOST_COLUMNS = 200;

/** What of the bytes themselves is shown. */
export const MOST_HEX_BYTES = 64_000;

/** A picture is decoded only when it is no larger; four bytes each. */
export const MOST_PIXELS = 50_000_000;
