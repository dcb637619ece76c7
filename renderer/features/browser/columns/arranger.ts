/**
 * The window's end of sorting and filtering: starts the worker when it is first needed, copies a listing's columns to
 * it piece by piece, and hands on only the answer to what was asked last. Knows no worker but by its end. Pure.
 */
import { type Arrangement, filterWords } from './arrangement.ts';
import type { Arranged, ArrangerOrder } from './arranger-messages.ts';
import type { Columns } from './columns.ts';
import { encodeKey } from './key-bytes.ts';
import { arrangedOrder, type Order } from './order.ts';

/** What is on screen of a listing: which rows, in which order, out of how many. */
export interface View extends Arrangement {
  columns: Columns;
  order: Order;
  sizeBytes: number;
  of: number;
}

export interface ArrangerEnd {
  post(order: ArrangerOrder): void;
  close(): void;
}
export type OpenArranger = (answer: (arranged: Arranged) => void, failed: () => void) => ArrangerEnd;

interface Hear {
  arranged(view: View): void;
  /** The worker could not, or is dead: nothing that was asked for will come. */
  failed(): void;
}

export interface Arranger {
  /** Takes the place of what was asked before. */
  arrange(columns: Columns, arrangement: Arrangement): void;
  /** The same again for what came meanwhile; waits while an answer is still awaited. */
  again(): void;
  /** Nothing is to be arranged any more: the copy of the columns goes. */
  rest(): void;
}

/** Bytes of keys copied in one turn of the window's thread: a piece as S3 sends it, or a few of small ones. */
const COPIED_AT_ONCE = 2 ** 18;

interface Wish {
  columns: Columns;
  arrangement: Arrangement;
}

export function createArranger(open: OpenArranger, hear: Hear): Arranger {
  let end: ArrangerEnd | null = null;
  let wish: Wish | null = null;
  let copied: { columns: Columns; pieces: number } | null = null;
  let copying = false;
  let job = 0;
  let awaited: (Wish & { job: number }) | null = null;
  let last: Wish | null = null;
  let again = false;

  function take({ job, numbers, sizeBytes, of }: Arranged) {
    if (awaited?.job !== job) return;
    const { columns, arrangement } = awaited;
    last = { columns, arrangement };
    if (again) wish ??= last;
    awaited = null;
    again = false;
    hear.arranged({ ...arrangement, columns, order: arrangedOrder(numbers), sizeBytes, of });
    void send();
  }
  async function send() {
    if (copying) return;
    copying = true;
    try {
      while (wish) await sendWish(wish);
    } catch {
      hear.failed();
    } finally {
      copying = false;
    }
  }
  async function sendWish(now: Wish) {
    const { columns, arrangement } = now;
    if (!(await copyAll(columns)) || wish !== now || hasMore(columns)) return;
    wish = null;
    awaited = { ...now, job: ++job };
    end?.post({ kind: 'arrange', job, words: filterWords(arrangement.filter), sort: arrangement.sort });
  }
  const hasMore = (columns: Columns) => (copied?.pieces ?? 0) < columns.pieces.length;
  /** False when something else was wanted meanwhile. */
  async function copyAll(columns: Columns): Promise<boolean> {
    end ??= open(take, hear.failed);
    if (copied?.columns !== columns) {
      copied = { columns, pieces: 0 };
      end.post({ kind: 'begin', prefixBytes: encodeKey(columns.prefix).length });
    }
    let bytes = 0;
    while (copied.pieces < columns.pieces.length) {
      const piece = columns.pieces[copied.pieces++];
      if (!piece) break;
      end.post({ kind: 'piece', piece });
      bytes += piece.keys.length;
      if (bytes < COPIED_AT_ONCE) continue;
      bytes = 0;
      await new Promise((turn) => setTimeout(turn));
      if (wish?.columns !== columns || copied === null) return false;
    }
    return true;
  }

  return {
    arrange(columns, arrangement) {
      const { filter, sort } = arrangement;
      wish = { columns, arrangement: { filter, sort } };
      awaited = null;
      again = false;
      void send();
    },
    again() {
      if (awaited) again = true;
      else if (!wish && last) {
        wish = last;
        void send();
      }
    },
    rest() {
      wish = null;
      awaited = null;
      last = null;
      again = false;
      copied = null;
      end?.close();
      end = null;
    },
  };
}
