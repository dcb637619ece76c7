/**
 * Lists everything below a prefix, in order: page by page, and once it proves long in many ranges at the same time,
 * as many as S3 bears. What comes early waits for its turn, in bounded memory.
 */
import { setMaxListeners } from 'node:events';
import { type Depth, KeyModel } from './key-model.ts';
import { fromByteText, keyAt, type Names, toByteText } from './names.ts';
import type { ListedPage } from './page-reader.ts';
import { type Range, Ranges } from './ranges.ts';
import type { Requests } from './requests.ts';
import { callsToSpare, divisions, PAGES_FIRST, pagesLeft, UNKNOWN_PAGES } from './splitter.ts';

export interface NamesOut {
  add(names: Names): void;
  /** True: the reader is behind, nothing more is asked for. */
  isStalled(): boolean;
}

export interface NameList {
  /** Looks again what can be asked: after something was read. */
  goOn(): void;
  /** Resolves when all names were handed on. */
  done: Promise<void>;
}

/** Names that came before their turn; at 40 bytes a key about a million. */
const MOST_WAITING_BYTES = 64 * 1_048_576;
/** Once a part of it is used, ranges further ahead than so many pages wait, that the rest be there for the first. */
const MUCH_WAITING_BYTES = MOST_WAITING_BYTES / 4;
const HORIZON_PAGES = 1_200;

export function listNames(
  requests: Requests,
  prefix: string,
  out: NamesOut,
  stop: AbortSignal,
  depth: Depth = 'folder',
): NameList {
  const start = toByteText(prefix);
  const model = new KeyModel(start.length, depth);
  const ranges = new Ranges();
  const ending = new AbortController();
  const signal = AbortSignal.any([stop, ending.signal]);
  // Each request under way listens to it.
  setMaxListeners(0, stop, signal);
  const awaited = new Set<string>();
  let settle: { resolve(): void; reject(error: unknown): void };
  const done = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });

  const fail = (error: unknown) => {
    for (const names of ranges.drain()) out.add(names);
    ending.abort();
    settle.reject(error);
  };
  const note = (range: Range, { names }: ListedPage) => {
    if (ranges.divisible) model.learnPage(names.ends.length, (index) => keyAt(names, index));
    range.pagesLeft = pagesLeft(range, model, start.length);
  };
  const ask = async (range: Range) => {
    range.asking = true;
    const page = await requests.ask(range.token === null ? null : { token: range.token }, signal);
    range.asking = false;
    ranges.take(range, page);
    note(range, page);
  };
  const probe = async (within: Range, after: string) => {
    awaited.add(after);
    const page = await requests.ask({ startAfter: fromByteText(after) }, signal);
    awaited.delete(after);
    const found = ranges.adopt(after, page);
    if (found) note(found, page);
    within.pagesLeft = pagesLeft(within, model, start.length);
  };
  const run = (work: Promise<void>) => {
    work.then(goOn).catch((error: unknown) => {
      if (!signal.aborted) fail(error);
    });
  };

  const horizonNow = () =>
    ranges.waitingBytes > MUCH_WAITING_BYTES ? HORIZON_PAGES : Number.POSITIVE_INFINITY;
  const askFurther = () => {
    let ahead = 0;
    const horizon = horizonNow();
    for (const [index, range] of ranges.all.entries()) {
      if (requests.free() === 0) return;
      if (index > 0 && (ranges.waitingBytes > MOST_WAITING_BYTES || ahead > horizon)) return;
      if (!range.done && !range.asking) run(ask(range));
      ahead += pagesIn(range);
    }
  };
  const divide = () => {
    if (!ranges.divisible || ranges.pages < PAGES_FIRST) return;
    const most = Math.min(requests.free(), callsToSpare(ranges.pages, ranges.wasted, awaited.size));
    if (most === 0) return;
    const isFull = ranges.waitingBytes > MOST_WAITING_BYTES;
    const near = isFull ? ranges.all.slice(0, 1) : withinHorizon(ranges.all, horizonNow());
    for (const { range, at } of divisions(near, awaited, model, start.length, most))
      for (const after of at) run(probe(range, after));
  };
  function goOn(): void {
    if (signal.aborted) return;
    for (const names of ranges.drain()) out.add(names);
    if (ranges.isDone()) {
      ending.abort();
      settle.resolve();
      return;
    }
    if (out.isStalled()) return;
    askFurther();
    divide();
  }

  stop.addEventListener('abort', () => settle.reject(stop.reason), { once: true });
  goOn();
  return { goOn, done };
}

/** Those that begin within the horizon. */
function withinHorizon(ranges: readonly Range[], horizon: number): Range[] {
  let ahead = 0;
  return ranges.filter((range) => {
    const isNear = ahead <= horizon;
    ahead += pagesIn(range);
    return isNear;
  });
}

/** Where nothing is known, the memory alone is the limit. */
function pagesIn({ waiting, pagesLeft }: Range): number {
  return waiting.length + (pagesLeft < UNKNOWN_PAGES ? pagesLeft : 0);
}
