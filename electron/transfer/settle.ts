/** A whole part file goes to its place, in one step, and never over something that was to stay. */
import { link, lstat, rename, rm, utimes } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { ConflictAnswer } from '../contract/transfer.ts';
import { AppError } from '../lib/app-error.ts';
import { machineNow } from '../lib/clock.ts';
import type { Begun } from './journal.ts';
import type { OnTheWay, Outcome } from './on-the-way.ts';
import type { Remote } from './remote-facts.ts';

export interface Landing {
  /** Where the file belongs; its folder is there and is no link out of the chosen one. */
  path: string;
  /** A new name beside it. */
  partFile: () => string;
  /** Rejects when its folder is not the one it was: gone, or a link now. */
  sure: () => Promise<void>;
  conflict: ConflictAnswer;
}

const MOST_NAMES_TRIED = 1000;

/** A whole part file, closed, to its place and with the object's own time. */
export async function land(
  way: Pick<OnTheWay, 'journal' | 'mark'>,
  key: string,
  { part, path }: { part: string; path: string },
  remote: Remote,
  landing: Landing,
): Promise<Outcome> {
  const bytes = remote.sizeBytes;
  await landing.sure();
  // Before the time: to write a mark may change it.
  await way.mark(part);
  if (remote.modifiedAt) await utimes(part, machineNow() / 1000, remote.modifiedAt);
  const placed = () => way.journal.note({ placed: key, bytes });
  const settled = await settle(part, { ...landing, path, placed });
  return settled ? { kind: 'done', bytes } : { kind: 'skipped' };
}

/**
 * Whether an earlier run had brought it to its place before it ended; what is left of it is then taken away. Null: it
 * had not. A second name alone says nothing: a backup may have given it one.
 */
export async function wasPlaced({ how, placedBytes }: Begun): Promise<Outcome | null> {
  if (how.kind !== 'download') return null;
  const stands = placedBytes === null && (await standsAt(how.part, how.path));
  const bytes = stands ? (await lstat(how.part)).size : placedBytes;
  if (bytes === null) return null;
  await rm(how.part, { force: true });
  return { kind: 'done', bytes };
}

/** False: something is there already and stays; the part file is gone. */
export async function settle(
  part: string,
  { path, conflict, placed }: Pick<Landing, 'path' | 'conflict'> & { placed: () => void },
): Promise<boolean> {
  if (conflict === 'replace' || conflict === 'compare') {
    await rename(part, path);
    return true;
  }
  for (let number = 1; number <= MOST_NAMES_TRIED; number++) {
    if (await put(part, numbered(path, number), placed)) return true;
    if (conflict === 'skip') break;
  }
  await rm(part, { force: true });
  if (conflict === 'skip') return false;
  throw new AppError('file-not-written', { retry: 'now', subject: basename(path) });
}

/** A link is refused where the name is taken, a rename is not. Some file systems have no links. */
async function put(part: string, path: string, placed: () => void): Promise<boolean> {
  try {
    await link(part, path);
    placed();
    await rm(part, { force: true });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A crash came between the link and the end of the part file's own name.
    if (code === 'EEXIST' && (await isSame(part, path))) {
      await rm(part, { force: true });
      return true;
    }
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EMLINK') throw error;
  }
  if (await isThere(path)) return false;
  await rename(part, path);
  return true;
}

/** Under this name, or one with a number behind it. */
async function standsAt(part: string, path: string): Promise<boolean> {
  for (let number = 1; number <= MOST_NAMES_TRIED; number++) {
    const name = numbered(path, number);
    if (!(await isThere(part)) || !(await isThere(name))) return false;
    if (await isSame(part, name)) return true;
  }
  return false;
}

async function isSame(one: string, other: string): Promise<boolean> {
  const facts = await Promise.all([one, other].map((path) => lstat(path, { bigint: true })));
  const [a, b] = facts;
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev && a.ino !== 0n;
}

/** Also a link that leads nowhere is there. */
export function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function numbered(path: string, number: number): string {
  if (number === 1) return path;
  const extension = extname(path);
  return join(dirname(path), `${basename(path, extension)} (${number})${extension}`);
}
