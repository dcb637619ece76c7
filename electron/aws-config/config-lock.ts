/**
 * One writer of ours at a time: a file beside the config file that says who writes. AWS's own tools take no
 * lock, so it keeps only Daypasses apart. Held for milliseconds; one that stays is of a process that died.
 */
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { AppError } from '../lib/app-error.ts';

const LOOK_AGAIN_MS = 20;
const MOST_LOOKS = 500;
const heldHere = new Set<string>();

export const lockOf = (file: string) => `${file}.daypass-lock`;

/** Answers the way to let go. Throws `aws-config-busy` when others keep taking it. */
export async function lockBeside(file: string, wait: (ms: number) => Promise<void>): Promise<() => void> {
  const lock = lockOf(file);
  let seen = '';
  /** A lock that never changes while we look is nobody's: no clock is asked, so none can be wrong. */
  let unchanged = 0;
  for (let looks = 0; looks < 3 * MOST_LOOKS; looks++) {
    if (take(lock)) {
      heldHere.add(lock);
      return () => {
        heldHere.delete(lock);
        rmSync(lock, { force: true });
      };
    }
    const now = identity(lock);
    unchanged = now === seen ? unchanged + 1 : 0;
    seen = now;
    if (now !== '' && (isOfDead(lock) || unchanged >= MOST_LOOKS)) breakLock(lock, now);
    else await wait(LOOK_AGAIN_MS);
  }
  throw new AppError('aws-config-busy', {
    retry: 'now',
    subject: file,
    raw: 'Another Daypass keeps writing it.',
  });
}

function take(lock: string): boolean {
  try {
    const handle = openSync(lock, 'wx', 0o600);
    writeSync(handle, `${process.pid} ${hostname()}`);
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function identity(lock: string): string {
  const stats = statSync(lock, { throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.mtimeMs}` : '';
}

/** Only what is known for sure: a process of this machine that is no more. */
function isOfDead(lock: string): boolean {
  try {
    const [, pid = '', host] = /^(\d+) (.+)$/s.exec(readFileSync(lock, 'utf8')) ?? [];
    if (host !== hostname()) return false;
    if (Number(pid) === process.pid) return !heldHere.has(lock);
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Moved away first, so that of two that break it only one removes it; what was not meant is put back. */
function breakLock(lock: string, meant: string): void {
  const away = `${lock}.${process.pid}`;
  try {
    renameSync(lock, away);
    if (identity(away) === meant) rmSync(away, { force: true });
    else renameSync(away, lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
