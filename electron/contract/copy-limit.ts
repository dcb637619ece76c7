/** How much of a listing may be copied as text. Pure. */

/** Characters: the addresses of some ten thousand objects. */
export const MOST_COPIED = 1_000_000;
