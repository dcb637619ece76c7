/**
 * The folders in which driven browsers keep their cookies: one per organisation below the data folder, for nobody
 * else to read. Knows no process; whoever opens one makes sure that the browser before has ended.
 */
import { mkdirSync, readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const FOLDER = 'browser-profiles';
/** What a browser makes again when it wants it. SECURITY: a service worker could swallow the post before we see it. */
const notKept = [
  'Default/Service Worker',
  'Default/Cache',
  'Default/Code Cache',
  'Default/GPUCache',
  'Default/DawnGraphiteCache',
  'Default/DawnWebGPUCache',
  'ShaderCache',
  'GrShaderCache',
  'GraphiteDawnCache',
  'BrowserMetrics',
  'component_crx_cache',
  'extensions_crx_cache',
  'optimization_guide_model_store',
];
const locks = ['SingletonLock', 'SingletonSocket', 'SingletonCookie'];

function folderOf(dataFolder: string, organisation: string): string {
  return join(dataFolder, FOLDER, `of-${organisation}`);
}

/** Makes the profile ready for a browser and answers its folder. */
export function openBrowserProfile(dataFolder: string, organisation: string): string {
  const profile = folderOf(dataFolder, organisation);
  mkdirSync(join(dataFolder, FOLDER), { recursive: true, mode: 0o700 });
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  removeStaleLock(profile);
  tidyBrowserProfile(profile);
  return profile;
}

export function tidyBrowserProfile(profile: string): void {
  for (const part of notKept) rmSync(join(profile, part), { recursive: true, force: true, maxRetries: 3 });
}

/** Cookies, passwords, everything the browser kept for this organisation. Its browser must have ended. */
export function forgetBrowserProfile(dataFolder: string, organisation: string): void {
  rmSync(folderOf(dataFolder, organisation), { recursive: true, force: true, maxRetries: 5 });
}

/**
 * A browser that was killed leaves its lock, a link named `HOST-PID`. Only one Daypass has this data folder, and its
 * browsers end with it: another host's name is this computer's former one.
 */
function removeStaleLock(profile: string): void {
  const holder = lockHolder(profile);
  if (holder === null || (holder.host === hostname() && isAlive(holder.pid))) return;
  for (const lock of locks) rmSync(join(profile, lock), { force: true });
}

function lockHolder(profile: string): { host: string; pid: number } | null {
  try {
    const [, host, pid] = /^(.*)-(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock'))) ?? [];
    return host === undefined ? null : { host, pid: Number(pid) };
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
