/**
 * Who holds a browser profile: the lock that a browser leaves in it (a link named `HOST-PID`; Windows keeps its own),
 * and the way to free a profile of a browser that a dead Daypass left behind.
 */
import { execFile } from 'node:child_process';
import { readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';

const locks = ['SingletonLock', 'SingletonSocket', 'SingletonCookie'];
const LOOK_EVERY_MS = 100;
const LOOKS = 30;

/**
 * Removes a lock whose browser is gone; a browser of this very profile that still runs is waited for, then ended.
 * Only one Daypass has this data folder, so a lock with another host's name is from before this one was renamed.
 */
export async function freeProfile(profile: string, clock: Clock): Promise<void> {
  for (const signal of [null, 'SIGTERM', 'SIGKILL'] as const) {
    const pid = await holderOf(profile);
    if (pid === null) return removeLock(profile);
    if (signal !== null) tellProcess(pid, signal);
    for (let look = 0; look < LOOKS && (await holderOf(profile)) !== null; look++)
      await new Promise<void>((resolve) => clock.alarm(clock.now() + LOOK_EVERY_MS, resolve));
  }
  if ((await holderOf(profile)) === null) return removeLock(profile);
  throw new AppError('signin-browser-crashed', { raw: 'the browser before it has not ended' });
}

function removeLock(profile: string): void {
  for (const lock of locks) rmSync(join(profile, lock), { force: true });
}

/** The process that has the profile now; null when nobody has, whatever the lock says. */
async function holderOf(profile: string): Promise<number | null> {
  const lock = readLock(profile);
  if (lock === null || lock.host !== hostname()) return null;
  // SECURITY: a number that went to another program since is left alone.
  return (await commandLine(lock.pid)).includes(`--user-data-dir=${profile}`) ? lock.pid : null;
}

function readLock(profile: string): { host: string; pid: number } | null {
  try {
    const [, host, pid] = /^(.*)-(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock'))) ?? [];
    return host === undefined ? null : { host, pid: Number(pid) };
  } catch {
    return null;
  }
}

/** Empty when there is no such process. */
function commandLine(pid: number): Promise<string> {
  return new Promise((resolve) => {
    execFile('ps', ['-ww', '-o', 'args=', '-p', String(pid)], (_error, stdout) => resolve(stdout));
  });
}

function tellProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // gone by now
  }
}
