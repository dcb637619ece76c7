/**
 * One transfer from its first file to its last: finds the files, runs as many at once as is good, counts. What passes
 * closes its gate; what does not is a file's failure.
 */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type {
  DownloadOrder,
  TransferOrder,
  TransferProgress,
  TransferState,
  UploadOrder,
} from '../contract/transfer.ts';
import { AppError } from '../lib/app-error.ts';
import { s3Failure } from '../s3/errors.ts';
import { createAttempts } from './attempts.ts';
import { createBuffers } from './buffers.ts';
import { downloadFile, type RemoteObject } from './download-file.ts';
import { type Folders, openFolders } from './folders.ts';
import { createGate, type Gate } from './gate.ts';
import type { Journal, Past } from './journal.ts';
import { localFiles } from './local-files.ts';
import { type DiskRules, fits, namesOf } from './names-on-disk.ts';
import type { OnTheWay, Outcome } from './on-the-way.ts';
import { createPace } from './pace.ts';
import { WHOLE_BYTES } from './part-plan.ts';
import { objectsBelow } from './remote-objects.ts';
import { createTally } from './tally.ts';
import { uploadFile } from './upload-file.ts';
import { abandon } from './upload-parts.ts';

export interface RunParts {
  s3: OnTheWay['s3'];
  journal: Journal;
  /** What an earlier run of it did; null at the first. */
  past: Past | null;
  rules: DiskRules;
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
  /** Gives up, and takes away what was begun and is not whole. */
  cancel(): Promise<void>;
  /** Ends as it is, to be gone on with later. */
  leave(): Promise<void>;
  /** Resolves when nothing is under way any more. */
  ended: Promise<void>;
}

/** Buffers of parts: 12 of 8 MiB are 96 MiB. */
const MOST_PARTS = 12;
const MOST_FILES = 48;
const MOST_LARGE_FILES = 2;
/** Found and not begun: looking for more waits meanwhile. */
const MOST_AHEAD = 1000;

class Left extends Error {}

export function runTransfer(order: TransferOrder, parts: RunParts): Run {
  const { journal, past, changed } = parts;
  const stop = new AbortController();
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
    parts: createPace({ first: 4, most: MOST_PARTS }),
    small: createPace({ first: 8, most: MOST_FILES }),
    buffers: createBuffers(MOST_PARTS),
    journal,
    begun: (key) => past?.begun.get(key),
    moved(bytes) {
      tally.moved(bytes);
      changed();
    },
    stop: stop.signal,
  };
  if (past?.paused) gate.close({ kind: 'paused' });

  const one = async (
    key: string,
    name: string,
    bytes: number,
    work: () => Promise<Outcome>,
  ): Promise<void> => {
    tally.found(bytes);
    const known = past?.done.get(key);
    if (known !== undefined) {
      if (known === null) tally.skipped(bytes);
      else {
        tally.done();
        way.moved(known);
      }
      return;
    }
    try {
      const outcome = await work();
      journal.note(outcome.kind === 'done' ? { done: key, bytes: outcome.bytes } : { skipped: key });
      if (outcome.kind === 'done') tally.done();
      else tally.skipped(bytes);
    } catch (error) {
      if (stop.signal.aborted) throw error;
      tally.failed(name, s3Failure(error, name));
    }
    changed();
  };
  const crowd = createCrowd();
  const all = async () => {
    await (order.kind === 'upload'
      ? uploadAll(order, way, tally, crowd, one)
      : downloadAll(order, way, parts.rules, crowd, one));
    tally.counted();
    changed();
    await crowd.empty();
  };
  const ended = all().then(
    () => {
      state = { kind: 'finished' };
    },
    (error: unknown) => {
      if (!stop.signal.aborted) state = { kind: 'failed', failure: s3Failure(error, order.bucket) };
    },
  );
  const end = async (reason: Error) => {
    stop.abort(reason);
    await ended;
    await crowd.settled();
  };

  return {
    gate,
    ended: ended.then(changed),
    progress: () => ({ id: order.id, state: shownState(state, gate), ...tally.read() }),
    async cancel() {
      if (state.kind !== 'running') return;
      state = { kind: 'cancelled' };
      await end(new Left('cancelled'));
      await takeAway(way, journal, order.kind);
      changed();
    },
    leave: () => end(new Left('left')),
  };
}

function shownState(state: TransferState, gate: Gate): TransferState {
  return state.kind === 'running' ? (gate.why() ?? state) : state;
}

type One = (key: string, name: string, bytes: number, work: () => Promise<Outcome>) => Promise<void>;

async function uploadAll(
  order: UploadOrder,
  way: OnTheWay,
  tally: ReturnType<typeof createTally>,
  crowd: Crowd,
  one: One,
): Promise<void> {
  for (const source of order.sources) {
    for await (const found of localFiles(source)) {
      way.stop.throwIfAborted();
      if (found.kind === 'unusable') {
        tally.found(0);
        tally.failed(
          found.name,
          s3Failure(new AppError('file-unreadable', { subject: found.name, cause: found.error }), found.name),
        );
        continue;
      }
      const { file, name } = found;
      const key = order.toPrefix + name;
      await crowd.take(file.sizeBytes, () =>
        one(key, name, file.sizeBytes, () => uploadFile(way, file, key, order.conflict)),
      );
    }
  }
}

async function downloadAll(
  order: DownloadOrder,
  way: OnTheWay,
  rules: DiskRules,
  crowd: Crowd,
  one: One,
): Promise<void> {
  const { to } = order;
  const folders = await openFolders(to.kind === 'folder' ? to.path : dirname(to.path));
  for (const source of order.sources) {
    const objects =
      source.kind === 'folder' ? objectsBelow(way, source.prefix) : [{ key: source.key, sizeBytes: 0 }];
    for await (const object of objects) {
      way.stop.throwIfAborted();
      await crowd.take(object.sizeBytes, () =>
        one(object.key, object.key.slice(order.base.length), object.sizeBytes, () =>
          downloadOne(order, way, folders, rules, object),
        ),
      );
    }
  }
}

async function downloadOne(
  { base, conflict, to }: DownloadOrder,
  way: OnTheWay,
  folders: Folders,
  rules: DiskRules,
  object: RemoteObject,
): Promise<Outcome> {
  if (to.kind === 'file') {
    const partFile = () => join(dirname(to.path), partName());
    // The person was asked about this very name when it was chosen.
    return downloadFile(way, object, { path: to.path, partFile, conflict: 'replace' });
  }
  const names = namesOf(object.key, base, rules);
  const name = names.pop() ?? '';
  if (![...names, name].every((each) => fits(each, rules)))
    throw new AppError('transfer-name-unsafe', { retry: 'never', subject: object.key });
  const folder = await folders.folder(names);
  // A folder's own marker: the folder is there now.
  if (object.key.endsWith('/') && object.sizeBytes === 0) return { kind: 'done', bytes: 0 };
  return downloadFile(way, object, {
    path: join(folder, name),
    partFile: () => join(folder, partName()),
    conflict,
  });
}

/** Short whatever the file is called, and shared with no other. */
const partName = () => `.${randomUUID()}.daypass-part`;

/** Unfinished uploads and part files of this run and those before. */
async function takeAway(way: OnTheWay, journal: Journal, kind: TransferOrder['kind']): Promise<void> {
  for (const [key, { how }] of journal.unfinished()) {
    if (how.kind === 'upload' && kind === 'upload') await abandon(way, key, how.uploadId);
    else if (how.kind === 'download') await rm(how.part, { force: true });
  }
}

interface Crowd {
  /** Resolves once there is room for more. */
  take(bytes: number, work: () => Promise<void>): Promise<void>;
  /** Resolves when all are done; rejects with the first error. */
  empty(): Promise<void>;
  settled(): Promise<void>;
}

/** Small files many at once, large ones two at once, so that parts of the same object go together. */
function createCrowd(): Crowd {
  const small = createPace({ first: MOST_FILES, most: MOST_FILES });
  const large = createPace({ first: MOST_LARGE_FILES, most: MOST_LARGE_FILES });
  const running = new Set<Promise<void>>();
  let broken: { error: unknown } | null = null;
  return {
    async take(bytes, work) {
      if (broken) throw broken.error;
      const run: Promise<void> = (bytes > WHOLE_BYTES ? large : small)
        .run(work)
        .catch((error: unknown) => {
          broken ??= { error };
        })
        .then(() => void running.delete(run));
      running.add(run);
      if (running.size >= MOST_AHEAD) await Promise.race(running);
    },
    async empty() {
      while (running.size > 0) await Promise.all(running);
      if (broken) throw broken.error;
    },
    async settled() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
