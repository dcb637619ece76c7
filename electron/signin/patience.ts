/** How long a page that nobody sees may stay without answering, learned from how long it took before. Pure. */

const FLOOR_MS = 5_000;
const CEILING_MS = 30_000;
/** Nothing is known yet: a page that stands still this long is a form in all likelihood. */
const UNKNOWN_MS = 10_000;
const TIMES_THE_LONGEST = 3;

/** `longestMs`: the longest an answer without a person has taken from opening the page, if one was seen. */
export function patienceMs(longestMs: number | undefined): number {
  if (longestMs === undefined) return UNKNOWN_MS;
  return Math.min(CEILING_MS, Math.max(FLOOR_MS, longestMs * TIMES_THE_LONGEST));
}
