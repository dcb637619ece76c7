/**
 * One transfer from its first file to its last: finds the files, runs as many at once as is good, counts. What passes
 * closes its gate; what does not is a file's failure.
 */
import { setMaxListeners } from 'node:events';
import { rm } from 'node:fs/promises';
import type { ConflictAnswer, TransferOrder, TransferProgress, TransferState } from '../contract/transfer.ts';
import { s3Failure } from '../s3/errors.ts';
import { createAttempts } from './attempts.ts';
import { createCrowd } from './crowd.ts';
import { downloadAll } from './download-order.ts';
import { createGate, type Gate } from './gate.ts';
import { createHeld } from './held.ts';
import type { Journal, Past } from './journal.ts';
import type { DiskRules } from './names-on-disk.ts';
import type { OnTheWay } from './on-the-way.ts';
import type { Lanes } from './room.ts';
import { createTally } from './tally.ts';
import type { Mark } from './untrusted.ts';
import { type One, uploadAll } from './upload-order.ts';
import { abandon } from './upload-parts.ts';

export interface RunParts {
  s3: OnTheWay['s3'];
  journal: Journal;
  /** What an earlier run of it did; null at the first. */
  past: Past | null;
  rules: DiskRules;
  mark: Mark;
  lanes: Lanes;
  nowMs: () => number;
  wait: (ms: number, stop: AbortSignal) => Promise<void>;
  later: (ms: number, probe: () => void) => void;
  chance: () => number;
  awaitSession: (what: 'signIn' | 'role', error: unknown, open: () => void) => void;
  changed: () => void;
}

export interface Run {
  progress(): TransferProgress;
  gate: Gate;
  /** What becomes of files whose name is taken: of those that are held back, and those that come. */
  answer(conflict: ConflictAnswer): void;
  /** Nothing of it goes on before a person does something. */
  isIdle(): boolean;
  /** Gives up, and takes away what was begun and is not whole. */
  cancel(): Promise<void>;
  /** Ends as it is, to be gone on with later. */
  leave(): Promise<void>;
  /** Resolves when nothing is under way any more. */
  ended: Promise<void>;
}

class Left extends Error {}

export function runTransfer(order: TransferOrder, parts: RunParts): Run {
  const { journal, past, changed } = parts;
  const stop = new AbortController();
  // Every request that waits listens to it.
  setMaxListeners(0, stop.signal);
  const gate = createGate(changed);
  const tally = createTally(parts.nowMs);
  const attempts = createAttempts({
    ...parts,
    gate,
    awaitSession: (what, error) => parts.awaitSession(what, error, () => gate.open(what)),
  });
  let state: TransferState = { kind: 'running' };
  const way: OnTheWay = {
    bucket: order.bucket,
    s3: parts.s3,
    attempts,
    ...parts.lanes,
    journal,
    begun: (key) => past?.begun.get(key),
    moved(bytes) {
      tally.moved(bytes);
      changed();
    },
    sized: () => {},
    renamed: tally.renamed,
    mark: parts.mark,
    stop: stop.signal,
  };
  const held = createHeld(order.conflict, past?.answered ?? null);
  /** All but what is held has been done. */
  let onlyHeld = false;
  if (past?.paused) gate.close({ kind: 'paused' });

  const one: One = async (key, name, bytes, work) => {
    tally.found(bytes);
    const known = past?.done.get(key);
    if (known !== undefined) {
      if (known === null) tally.skipped(bytes);
      else {
        tally.done();
        tally.resized(known - bytes);
        way.moved(known);
      }
      return;
    }
    await tryFile(key, name, bytes, work);
  };
  const tryFile: One = async (key, name, bytes, work) => {
    // What counts in the end is what the file turned out to be, however often parts of it went.
    let itsMoved = 0;
    let itsBytes = bytes;
    const moved = (more: number) => {
      itsMoved += more;
      way.moved(more);
    };
    const sized = (now: number) => {
      tally.resized(now - itsBytes);
      itsBytes = now;
    };
    try {
      const policy = held.policy();
      const outcome = await work({ ...way, moved, sized }, policy ?? 'skip');
      if (outcome.kind === 'skipped' && policy === null) {
        way.moved(-itsMoved);
        const again = () => tryFile(key, name, itsBytes, work);
        const waits = held.hold({ name, bytes: itsBytes, again }, stop.signal);
        changed();
        return await waits;
      }
      journal.note(outcome.kind === 'done' ? { done: key, bytes: outcome.bytes } : { skipped: key });
      if (outcome.kind === 'done') {
        sized(outcome.bytes);
        tally.done();
        way.moved(outcome.bytes - itsMoved);
      } else {
        way.moved(-itsMoved);
        tally.skipped(itsBytes);
      }
    } catch (error) {
      if (stop.signal.aborted) throw error;
      way.moved(-itsMoved);
      tally.failed(name, s3Failure(error, name));
    }
    changed();
  };
  const crowd = createCrowd();
  const all = async () => {
    await (order.kind === 'upload'
      ? uploadAll(order, stop.signal, crowd, one)
      : downloadAll(order, way, parts.rules, crowd, one));
    tally.counted();
    changed();
    await crowd.empty();
    await allHeld();
  };
  const allHeld = async () => {
    if (held.count() === 0) return;
    onlyHeld = held.policy() === null;
    changed();
    await held.answered(stop.signal);
    onlyHeld = false;
    for (const { bytes, again } of held.take()) await crowd.take(bytes, again);
    changed();
    await crowd.empty();
  };
  const waitsForAnswer = () => held.policy() === null && (onlyHeld || held.isFull());
  const whole = async () => {
    try {
      await all();
      if (!stop.signal.aborted) state = { kind: 'finished' };
    } catch (error) {
      // What had begun beside it is not left alone.
      await crowd.settled();
      if (!stop.signal.aborted) state = { kind: 'failed', failure: s3Failure(error, order.bucket) };
    }
    if (state.kind === 'cancelled') await takeAway(way, journal, order.kind);
    changed();
  };
  const ended = whole();
  const end = (reason: Error) => {
    stop.abort(reason);
    return ended;
  };

  return {
    gate,
    ended,
    progress: () => ({
      id: order.id,
      state: shownState(state, gate, waitsForAnswer()),
      ...tally.read(),
      taken: { count: held.count(), names: held.names() },
    }),
    isIdle: () => gate.why()?.kind === 'paused' || waitsForAnswer(),
    answer(conflict) {
      journal.note({ answered: conflict });
      held.answer(conflict);
      changed();
    },
    async cancel() {
      if (state.kind !== 'running') return;
      state = { kind: 'cancelled' };
      await end(new Left('cancelled'));
    },
    leave: () => end(new Left('left')),
  };
}

function shownState(state: TransferState, gate: Gate, asks: boolean): TransferState {
  if (state.kind !== 'running') return state;
  return gate.why() ?? (asks ? { kind: 'waiting', for: 'answer' } : state);
}

/** Unfinished uploads and part files of this run and those before. */
async function takeAway(way: OnTheWay, journal: Journal, kind: TransferOrder['kind']): Promise<void> {
  for (const [key, { how }] of journal.unfinished()) {
    if (how.kind === 'upload' && kind === 'upload') await abandon(way, key, how.uploadId);
    else if (how.kind === 'download') await rm(how.part, { force: true });
  }
}
