/**
 * The config file on the disk: read whole, written so that every reader sees the old text or the new one, never
 * over something that another program wrote meanwhile. Knows bytes, not what they mean.
 */
import { closeSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { AppError } from '../lib/app-error.ts';
import { lockBeside, lockOf } from './config-lock.ts';
import { findPlace, LARGEST_BYTES, type Place, reasonOf } from './config-place.ts';
import { hasAnyMarker } from './own-section.ts';
import { Refusal } from './refusal.ts';
import { exists, openToRead, readAll, syncFolder, writeDraft } from './whole-file.ts';

export interface Edited {
  bytes: string;
  /** Whether a section of any Daypass is left: while one is, the backup stays. */
  hasOwn: boolean;
  /** What was made for sections that are gone now, and goes with them. */
  made: Place['missing'];
}

/** `missing`: what is not there yet, when the text is that of no file. Asked again when the text has changed. */
export type Edit = (bytes: string, missing: Place['missing']) => Edited;

export interface ConfigFile {
  /** As the person knows it. */
  path: string;
  /** A byte string; empty where there is no file. Throws `aws-config-refused` or `-unwritable`. */
  read(): string;
  /** Throws `aws-config-refused`, `-unwritable` or `-busy`; the file is as it was then. */
  edit(how: Edit): Promise<void>;
}

export type Step = 'locked' | 'settled' | 'backedUp' | 'drafted' | 'compared' | 'renamed' | 'unlocked';

export interface FileEdges {
  platform: NodeJS.Platform;
  /** Null on systems without owners. */
  uid: number | null;
  wait: (ms: number) => Promise<void>;
  rename?: (from: string, to: string) => void;
  /** Told what was just done, so that a test can end the process there. */
  step?: (step: Step) => void;
}

/** `aws configure` empties the file and then writes it: what it holds in between is not its text. */
const SETTLE_MS = 20;
const LATELY_MS = 3000;
/** Empty and written lately is likelier half written than meant. */
const LOOKS_AT_EMPTY = 50;
const MOST_LOOKS = 200;
const MOST_TRIES = 40;
/** Virus scanners and indexers hold a file open for a moment. */
const RENAME_TRIES = 40;
const RENAME_AGAIN_MS = 50;

export function createConfigFile(path: string, edges: FileEdges): ConfigFile {
  const { wait, step = () => {}, uid, platform, rename = renameSync } = edges;
  const busy = () =>
    new AppError('aws-config-busy', { subject: path, raw: 'Another program keeps writing it.' });

  return {
    path,
    read() {
      try {
        const place = findPlace(path, uid);
        return place.missing === 'nothing' ? readText(place.real) : '';
      } catch (error) {
        throw inWords(error);
      }
    },
    async edit(how) {
      try {
        await editFile(how);
      } catch (error) {
        throw inWords(error);
      }
    },
  };

  async function editFile(how: Edit): Promise<void> {
    const place = findPlace(path, uid);
    const now = place.missing === 'nothing' ? readText(place.real) : '';
    // A lock that stands there may be of a Daypass that died, with a draft and a backup beside it.
    if (how(now, place.missing).bytes === now && !exists(lockOf(place.real))) return;
    if (place.missing === 'folder') mkdirSync(place.folder, { recursive: true, mode: 0o700 });
    let made = place.missing;
    try {
      const unlock = await lockBeside(place.real, wait);
      const hadBackup = exists(backupOf(place.real));
      try {
        step('locked');
        made = (await editLocked(place.missing, how)).made;
      } catch (error) {
        if (!hadBackup) rmSync(backupOf(place.real), { force: true });
        throw error;
      } finally {
        rmSync(draftOf(place.real), { force: true });
        unlock();
        step('unlocked');
      }
    } finally {
      if (made === 'folder') removeIfEmpty(place.folder);
    }
  }

  /** From the start again whenever another program wrote in the meantime. */
  async function editLocked(missing: Place['missing'], how: Edit): Promise<Edited> {
    let late: { over: string; bytes: string } | null = null;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const found = findPlace(path, uid);
      // Its folder is there by now: whether it was before is for the section to remember.
      const place = found.missing === 'file' && missing === 'folder' ? { ...found, missing } : found;
      const before = place.missing === 'nothing' ? await settled(place.real) : '';
      step('settled');
      const edited = how(late?.over === before ? late.bytes : before, place.missing);
      if (edited.bytes !== before) {
        if (place.missing === 'nothing') backUp(place, before);
        step('backedUp');
        const written = await put(place, before, edited);
        late = written === 'again' || written === 'done' ? null : written;
        if (written !== 'done') continue;
      }
      if (!edited.hasOwn) rmSync(backupOf(place.real), { force: true });
      return edited;
    }
    throw busy();
  }

  /** `over`: what stands there now, and what another program wrote into the file that this took the place of. */
  async function put(
    place: Place,
    before: string,
    edited: Edited,
  ): Promise<'done' | 'again' | { over: string; bytes: string }> {
    const after = edited.bytes === '' && edited.made !== 'nothing' ? null : edited.bytes;
    if (after !== null) writeDraft(draftOf(place.real), after, place);
    step('drafted');
    // On Windows an open file can't be renamed over.
    const old = place.missing === 'nothing' && platform !== 'win32' ? openToRead(place.real) : null;
    try {
      if (textNow(place.real) !== before) return 'again';
      step('compared');
      if (after === null) rmSync(place.real, { force: true });
      else await renameOver(draftOf(place.real), place.real);
      syncFolder(place.folder);
      step('renamed');
      const bytes = old === null ? before : await settledText(() => readAll(old, LARGEST_BYTES));
      if (textNow(place.real) !== (after ?? '')) return 'again';
      return bytes === before ? 'done' : { over: after ?? '', bytes };
    } finally {
      if (old !== null) closeSync(old);
    }
  }

  async function settled(file: string): Promise<string> {
    return wasWrittenLately(file) ? settledText(() => textNow(file)) : readText(file);
  }

  /** The text once it has stood still for a moment. */
  async function settledText(look: () => string): Promise<string> {
    let seen = look();
    for (let still = 0, looks = 0; looks < MOST_LOOKS; looks++) {
      await wait(SETTLE_MS);
      const now = look();
      still = now === seen ? still + 1 : 0;
      seen = now;
      if (still >= (now === '' ? LOOKS_AT_EMPTY : 1)) return now;
    }
    throw busy();
  }

  function backUp(place: Place, bytes: string): void {
    // While a section of ours stands in the file, the backup is of before the first one.
    if (hasAnyMarker(bytes) && exists(backupOf(place.real))) return;
    writeDraft(draftOf(place.real), bytes, place);
    rename(draftOf(place.real), backupOf(place.real));
  }

  async function renameOver(from: string, to: string): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        rename(from, to);
        return;
      } catch (error) {
        const isHeld = platform === 'win32' && /^(EPERM|EACCES|EBUSY)$/.test(codeOf(error) ?? '');
        if (!isHeld || tries >= RENAME_TRIES) throw error;
        await wait(RENAME_AGAIN_MS);
      }
    }
  }

  function textNow(file: string): string {
    return exists(file) ? readText(file) : '';
  }

  function readText(file: string): string {
    const refuse = (raw: string) => new AppError('aws-config-refused', { subject: path, raw });
    const handle = openToRead(file);
    try {
      const bytes = readAll(handle, LARGEST_BYTES);
      if (bytes.length > LARGEST_BYTES) throw refuse('It is larger than 1 MiB.');
      if (bytes.includes('\0')) throw refuse('It is not plain text, or in UTF-16. Save it as UTF-8.');
      return bytes;
    } finally {
      closeSync(handle);
    }
  }

  /** Anything the system says is about the file; the rest is a bug. */
  function inWords(error: unknown): unknown {
    if (error instanceof Refusal)
      return new AppError('aws-config-refused', { subject: path, raw: error.message, cause: error });
    if (error instanceof AppError || codeOf(error) === undefined) return error;
    return new AppError('aws-config-unwritable', { subject: path, raw: reasonOf(error), cause: error });
  }
}

const backupOf = (file: string) => `${file}.before-daypass`;
const draftOf = (file: string) => `${file}.daypass-new`;
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

/** By the file system's own clock: the lock was made just now. */
function wasWrittenLately(file: string): boolean {
  const lock = statSync(lockOf(file), { throwIfNoEntry: false });
  const written = statSync(file, { throwIfNoEntry: false });
  return !lock || !written || lock.mtimeMs - written.mtimeMs < LATELY_MS;
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something stands in it, or it was never made.
  }
}
