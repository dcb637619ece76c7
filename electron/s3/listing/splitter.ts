/**
 * Decides at which keys ranges are divided, so that as many requests as may be are under way and few bring nothing.
 * Pure.
 */
import { common, type KeyModel } from './key-model.ts';
import type { Range } from './ranges.ts';

export interface Division {
  range: Range;
  /** Where other chains of pages begin. */
  at: string[];
}

/** So many pages are read one after the other before anything is guessed: most listings end before. */
export const PAGES_FIRST = 3;
/** A part is worth its call, which on average brings half a page twice, only when it is longer than this. */
const LEAST_PAGES_A_PART = 4;
const MOST_PARTS = 8;
/** Calls that may bring nothing: a few at first, more once a listing proves long, and one of so many. */
const FIRST_SPARE_CALLS = 6;
const SPARE_CALLS = 20;
const SPARE_SHARE = 0.1;
/** Nobody knows; as long as anything a listing is planned for. */
export const UNKNOWN_PAGES = 100_000;

/** By how densely its newest page was filled. */
export function pagesLeft(range: Range, model: KeyModel, prefixLength: number): number {
  const { first, last, to } = range;
  if (range.done) return 0;
  if (first === null || last === null) return UNKNOWN_PAGES;
  const base = Math.min(to === null ? prefixLength : common(last, to), common(first, last));
  const page = model.share(first, last, base);
  const rest = model.share(last, to, base);
  if (page <= 0) return UNKNOWN_PAGES;
  return Math.min(UNKNOWN_PAGES, ((rest / page) * range.lastCount) / 1000);
}

/** How many calls may be risked now. */
export function callsToSpare(pages: number, wasted: number, underWay: number): number {
  const spare = Math.min(SPARE_CALLS, FIRST_SPARE_CALLS + pages) + SPARE_SHARE * pages - wasted;
  return Math.max(0, Math.floor(2 * spare) - underWay);
}

/** `awaited`: keys from which an answer is under way. `most`: how many calls this may cost. The longest are divided first. */
export function divisions(
  ranges: readonly Range[],
  awaited: ReadonlySet<string>,
  model: KeyModel,
  prefixLength: number,
  most: number,
): Division[] {
  const long = ranges
    .filter(
      (range) => !range.done && range.pagesLeft >= 2 * LEAST_PAGES_A_PART && !isBeingDivided(range, awaited),
    )
    .sort((a, b) => b.pagesLeft - a.pagesLeft);
  const found: Division[] = [];
  let left = most;
  for (const range of long) {
    if (left <= 0) break;
    const at = pointsIn(range, model, prefixLength, left);
    if (at.length === 0) continue;
    left -= at.length;
    found.push({ range, at });
  }
  return found;
}

function isBeingDivided({ last, to }: Range, awaited: ReadonlySet<string>): boolean {
  if (last === null) return true;
  for (const point of awaited) if (point > last && (to === null || point < to)) return true;
  return false;
}

function pointsIn(range: Range, model: KeyModel, prefixLength: number, most: number): string[] {
  const { last, to } = range;
  if (last === null) return [];
  const unknown = range.solid ? [] : beyondWhatNeverChanged(range, last, model, prefixLength);
  const points = unknown.length > 0 ? evenly(unknown, most) : parted(range, last, model, most);
  return [...new Set(points)].filter((point) => point > last && (to === null || point < to)).sort(byBytes);
}

/**
 * The end is not known, and at the first positions all names seen so far are the same: it is asked at each
 * of them whether there is anything behind.
 */
function beyondWhatNeverChanged(range: Range, last: string, model: KeyModel, prefixLength: number): string[] {
  const from = range.to === null ? prefixLength : common(last, range.to);
  const own = range.first === null ? last.length : common(range.first, last);
  const varies = model.firstThatVaries(from, Math.min(own, last.length));
  if (varies === from) return [];
  const points: string[] = [];
  for (let at = from; at <= Math.min(varies, last.length - 1); at++) {
    // A folder's own name ends in the delimiter; behind it nothing may be divided.
    if (model.isBelowFolder(last, at)) break;
    const point = model.beyond(last, at);
    if (point !== null && point > last && (range.to === null || point < range.to)) points.push(point);
  }
  return points;
}

function parted(range: Range, last: string, model: KeyModel, most: number): string[] {
  const parts = Math.min(most + 1, MOST_PARTS, Math.floor(range.pagesLeft / LEAST_PAGES_A_PART));
  const points: string[] = [];
  for (let part = 1; part < parts; part++) {
    const point = model.dividing(last, range.to, part / parts);
    if (point !== null) points.push(point);
  }
  return points;
}

function evenly(points: readonly string[], most: number): string[] {
  if (points.length <= most) return [...points];
  return Array.from({ length: most }, (_, i) => points[Math.floor(((i + 0.5) * points.length) / most)] ?? '');
}

const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
