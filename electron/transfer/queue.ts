/**
 * All transfers of this computer: each in its journal, a few under way at once, the others in the order they came.
 * Knows no message and no process.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ConflictAnswer, TransferOrder, TransferProgress } from '../contract/transfer.ts';
import { beginJournal, continueJournal, type Journal, type Past, readJournal } from './journal.ts';
import type { Run } from './run.ts';

export interface Queue {
  /** Goes on with every journal that is there. */
  goOn(): void;
  add(order: TransferOrder): void;
  pause(id: string): void;
  resume(id: string): void;
  /** What becomes of files whose name is taken. */
  answer(id: string, conflict: ConflictAnswer): void;
  cancel(id: string): Promise<void>;
  /** What failed is tried once more. */
  retry(id: string): Promise<void>;
  /** Among those that wait for their turn: before all others, one place up, one down. */
  first(id: string): void;
  earlier(id: string): void;
  later(id: string): void;
  /** So many may be under way from now on; none that is stops for it. */
  limit(atOnce: number): void;
  /** Forgets one that is over. */
  dismiss(id: string): void;
  /** Everything stops where it is. */
  leave(): Promise<void>;
  /** Whether something is under way or waits. */
  busy(): boolean;
}

export interface QueueParts {
  folder: string;
  /** So many are under way at the same time. */
  atOnce: number;
  run: (order: TransferOrder, journal: Journal, past: Past | null, changed: () => void) => Run;
  known: (order: TransferOrder, turn: number) => void;
  /** It has another place among those that wait. */
  turned: (id: string, turn: number) => void;
  /** `read` may be called later, or never. */
  progress: (id: string, read: () => TransferProgress) => void;
  /** Told before its journal goes, so that a crash between the two leaves no riddle. */
  ended: (id: string, read: () => TransferProgress) => void;
  gone: (id: string) => void;
}

/** Between two of them; finer than this a time of now can't be told. */
const LEAST_TURN = 0.001;
const queued = (id: string): TransferProgress => ({
  id,
  state: { kind: 'queued' },
  files: { found: 0, counted: false, done: 0, skipped: 0, failed: 0 },
  doneBytes: 0,
  totalBytes: 0,
  bytesPerSecond: 0,
  failures: [],
  taken: { count: 0, names: [] },
  renamed: { count: 0, first: [] },
});

interface Entry {
  order: TransferOrder;
  /** Null while it waits for its turn. */
  run: Run | null;
  journal: Journal;
  over: boolean;
  /** Of those that wait, the one with the lowest is next. */
  turn: number;
}

export function createQueue(parts: QueueParts): Queue {
  const entries = new Map<string, Entry>();
  let atOnce = parts.atOnce;
  let left = false;
  let lastTurn = Number.NEGATIVE_INFINITY;
  const fileOf = (id: string) => join(parts.folder, `${id}.jsonl`);

  const begin = (entry: Entry, past: Past | null) => {
    const { order, journal } = entry;
    let wasIdle = false;
    const tell = () => {
      if (!entry.run || entries.get(order.id) !== entry) return;
      parts.progress(order.id, entry.run.progress);
      if (wasIdle === entry.run.isIdle()) return;
      wasIdle = !wasIdle;
      next();
    };
    const run = parts.run(order, journal, past, tell);
    entry.run = run;
    tell();
    void run.ended.then(() => {
      if (entry.run !== run || left) return;
      entry.over = true;
      if (entries.get(order.id) === entry) parts.ended(order.id, run.progress);
      // What failed may be tried again; of all else nothing is left to do.
      const { state, files } = run.progress();
      if (state.kind === 'cancelled' || (state.kind === 'finished' && files.failed === 0)) forget(entry);
      next();
    });
  };
  /** Its journal goes; it stays on screen. */
  const forget = ({ order, journal }: Entry) => {
    journal.close();
    rmSync(fileOf(order.id), { force: true });
  };
  /** What waits for a person keeps no other from going. */
  const underWay = () =>
    [...entries.values()].filter(({ run, over }) => run !== null && !over && !run.isIdle()).length;
  const next = () => {
    if (left || underWay() >= atOnce) return;
    const [entry] = waiting();
    if (!entry) return;
    begin(entry, readJournal(fileOf(entry.order.id)));
    next();
  };
  const waiting = () =>
    [...entries.values()].filter(({ run, over }) => run === null && !over).sort((a, b) => a.turn - b.turn);
  const turn = (entry: Entry, now: number) => {
    entry.turn = now;
    entry.journal.note({ turn: now });
    parts.turned(entry.order.id, now);
  };
  /** Changes places with the one that stands so far from it, if there is one. */
  const swap = (id: string, by: 1 | -1) => {
    const all = waiting();
    const at = all.findIndex(({ order }) => order.id === id);
    const [one, other] = [all[at], all[at + by]];
    if (!one || !other) return;
    const was = one.turn;
    turn(one, other.turn);
    turn(other, was);
  };
  const enter = (order: TransferOrder, journal: Journal, wanted: number) => {
    // Two orders may have come in the same millisecond, or the clock was set back between them.
    const turn = Math.max(wanted, lastTurn + LEAST_TURN);
    lastTurn = turn;
    entries.set(order.id, { order, run: null, journal, over: false, turn });
    parts.known(order, turn);
    parts.progress(order.id, () => queued(order.id));
    next();
  };
  const drop = (id: string) => {
    const entry = entries.get(id);
    if (entry) forget(entry);
    entries.delete(id);
    parts.gone(id);
    next();
  };

  return {
    goOn() {
      mkdirSync(parts.folder, { recursive: true, mode: 0o700 });
      const names = readdirSync(parts.folder).filter((name) => name.endsWith('.jsonl'));
      const pasts = names.flatMap((name) => readJournal(join(parts.folder, name)) ?? []);
      for (const past of pasts.sort((a, b) => a.turn - b.turn))
        if (!entries.has(past.order.id))
          enter(past.order, continueJournal(fileOf(past.order.id), past), past.turn);
    },
    add(order) {
      // It was told twice when the first telling may have been lost.
      if (!entries.has(order.id)) enter(order, beginJournal(fileOf(order.id), order), order.orderedAt);
    },
    pause(id) {
      const entry = entries.get(id);
      entry?.journal.note({ paused: true });
      entry?.run?.gate.close({ kind: 'paused' });
    },
    resume(id) {
      const entry = entries.get(id);
      entry?.journal.note({ paused: false });
      for (const what of ['paused', 'disk', 'role', 'network'] as const) entry?.run?.gate.open(what);
    },
    answer: (id, conflict) => entries.get(id)?.run?.answer(conflict),
    async cancel(id) {
      const entry = entries.get(id);
      if (!entry) return;
      if (!entry.run) return drop(id);
      await entry.run.cancel();
    },
    async retry(id) {
      const entry = entries.get(id);
      if (!entry?.over) return;
      entry.over = false;
      begin(entry, readJournal(fileOf(id)));
    },
    first(id) {
      const [next, ...others] = waiting();
      const entry = others.find(({ order }) => order.id === id);
      if (next && entry) turn(entry, next.turn - 1);
    },
    limit(now) {
      atOnce = now;
      next();
    },
    earlier: (id) => swap(id, -1),
    later: (id) => swap(id, 1),
    dismiss(id) {
      if (entries.get(id)?.over) drop(id);
    },
    async leave() {
      left = true;
      const all = [...entries.values()];
      // Ended by the leaving itself is not over.
      const over = all.filter((entry) => entry.over);
      await Promise.all(all.map((entry) => (entry.over ? undefined : entry.run?.leave())));
      for (const entry of over) forget(entry);
      for (const { journal } of all) journal.close();
    },
    busy: () => [...entries.values()].some(({ over }) => !over),
  };
}
