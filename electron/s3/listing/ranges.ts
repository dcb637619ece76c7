/**
 * The key space of one listing as ranges that follow each other without gap or overlap, each read by its own chain
 * of pages, and the names that wait for those before them. A range is divided only once an answer has shown
 * that the service begins where it was told to. Pure.
 */
import { garbled } from './garbled.ts';
import { bytesOf, countBefore, firstKey, firstNames, lastKey, type Names } from './names.ts';
import type { ListedPage } from './page-reader.ts';

export interface Range {
  /** Its names come after this key; null: it is the first. */
  readonly after: string | null;
  /** Its names come before this key; null: it is the last. */
  to: string | null;
  /** A name was seen at `to`; otherwise nothing was found between there and the next range. */
  solid: boolean;
  /** Of its newest page. */
  first: string | null;
  last: string | null;
  lastCount: number;
  token: string | null;
  asking: boolean;
  done: boolean;
  /** A guess, kept because it is asked for often: how many pages are still to come. */
  pagesLeft: number;
  waiting: Names[];
}

const PAGE = 1000;

export class Ranges {
  /** Those of which not all has been handed on, in order. */
  readonly all: Range[] = [newRange(null, null, false)];
  /** False once the service was seen to order names otherwise, or not to begin where it is told to. */
  divisible = true;
  waitingBytes = 0;
  pages = 0;
  /** Calls that brought nothing, parts of calls included. */
  wasted = 0;
  private divided = false;
  private readonly tokens = new Set<string>();

  take(range: Range, page: ListedPage): void {
    const count = page.names.ends.length;
    const inOrder = page.ordered && (count === 0 || range.last === null || firstKey(page.names) > range.last);
    if (!inOrder) this.noteDisorder();
    const kept = range.to === null ? count : countBefore(page.names, range.to);
    this.pages++;
    this.wasted += (count - kept) / PAGE;
    if (kept > 0) {
      const names = firstNames(page.names, kept);
      range.first = firstKey(names);
      range.last = lastKey(names);
      range.lastCount = kept;
      range.waiting.push(names);
      this.waitingBytes += bytesOf(names);
    }
    range.done = kept < count || !page.truncated;
    range.token = range.done ? null : this.nextToken(page);
  }

  /** What was found after a key in the midst of a range. True when that is a range of its own now. */
  adopt(after: string, page: ListedPage): Range | null {
    const { names } = page;
    const first = names.ends.length === 0 ? null : firstKey(names);
    if (!page.ordered || (first !== null && first <= after)) this.divisible = false;
    const index = this.all.findLastIndex((range) => range.after === null || range.after < after);
    const range = this.all[index];
    const isKnown =
      !range ||
      range.done ||
      (range.last !== null && range.last >= after) ||
      (range.to !== null && range.to <= after);
    if (!this.divisible || isKnown || (first === null && page.truncated)) {
      this.wasted++;
      return null;
    }
    if (first === null || (range.to !== null && first >= range.to)) {
      range.to = after;
      range.solid = false;
      this.wasted++;
      return null;
    }
    const found = newRange(after, range.to, range.solid);
    this.all.splice(index + 1, 0, found);
    this.divided = true;
    range.to = first;
    range.solid = true;
    this.take(found, page);
    return found;
  }

  /** Names whose turn it is, in order. */
  drain(): Names[] {
    const ready: Names[] = [];
    for (let front = this.all[0]; front; front = this.all[0]) {
      ready.push(...front.waiting.splice(0));
      if (!front.done) break;
      this.all.shift();
    }
    for (const names of ready) this.waitingBytes -= bytesOf(names);
    return ready;
  }

  isDone(): boolean {
    return this.all.length === 0;
  }

  /** Page by page any order will do; but once divided by order, names may have been left out. */
  private noteDisorder(): void {
    if (this.divided) throw garbled('names out of order, after many that were in order');
    this.divisible = false;
  }

  private nextToken({ token }: ListedPage): string {
    if (token === null) throw garbled('there is more, and no word of where');
    if (this.tokens.has(token)) throw garbled('the listing does not go on');
    this.tokens.add(token);
    return token;
  }
}

function newRange(after: string | null, to: string | null, solid: boolean): Range {
  return {
    after,
    to,
    solid,
    first: null,
    last: null,
    lastCount: 0,
    token: null,
    asking: false,
    done: false,
    pagesLeft: Number.POSITIVE_INFINITY,
    waiting: [],
  };
}
