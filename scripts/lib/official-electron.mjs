// @ts-check
// The official runtime: the one a person points at, or the npm package `electron` with the binary it fetches itself.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './cache.mjs';
import { runWhileBytesCome } from './patient-child.mjs';
import { Refusal, say } from './say.mjs';

/** @typedef {{ executable: string, folder: string, version: string, official: boolean }} Runtime */

const idleLimitMs = 60_000;
const failureCountsMs = 60 * 60 * 1000;

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const executableByPlatform = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
  linux: 'electron',
};

/**
 * A runtime lying in a folder as Electron's releases do, or null.
 * @param {string} folder
 * @returns {Runtime | null}
 */
export function runtimeIn(folder) {
  const executable = path.join(folder, executableByPlatform[process.platform] ?? 'electron');
  if (!existsSync(executable)) return null;
  const versionFile = path.join(folder, 'version');
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : 'unknown';
  const official = !existsSync(path.join(folder, 'resources', 'app', 'fallback-loader.cjs'));
  return { executable, folder, version, official };
}

/** ELECTRON_OVERRIDE_DIST_PATH is Electron's own way to point at a runtime. @returns {Runtime | null} */
export function overriddenElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return null;
  const runtime = runtimeIn(folder);
  if (runtime) return runtime;
  throw new Refusal(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but no Electron is there.`);
}

/**
 * @param {string} repository
 * @returns {Promise<Runtime | null>} null when its host can't be reached, now or less than an hour ago
 */
export async function officialElectron(repository) {
  const home = path.join(repository, 'node_modules', 'electron');
  const dist = path.join(home, 'dist');
  const present = existsSync(path.join(home, 'path.txt')) ? runtimeIn(dist) : null;
  if (present) return present;
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  const memory = path.join(cacheFolder(), `electron-${version}-unreachable.json`);
  const mirror = process.env.ELECTRON_MIRROR ?? '';
  if (failedLately(memory, mirror, Date.now())) return null;
  say(`Getting Electron ${version} from its release host …`);
  const { good, reason } = await runWhileBytesCome(
    process.execPath,
    [path.join(home, 'install.js')],
    idleLimitMs,
  );
  const fetched = good ? runtimeIn(dist) : null;
  if (fetched) {
    rmSync(memory, { force: true });
    return fetched;
  }
  say(`The release host did not give it: ${reason}`);
  mkdirSync(path.dirname(memory), { recursive: true });
  writeFileSync(memory, JSON.stringify({ at: Date.now(), mirror, reason }));
  return null;
}

/**
 * A failure is remembered for an hour, so that a second start does not wait for the same host again.
 * @param {string} memory the file it is noted in
 * @param {string} mirror what ELECTRON_MIRROR says now; another host is tried at once
 * @param {number} now
 */
export function failedLately(memory, mirror, now) {
  try {
    const note = JSON.parse(readFileSync(memory, 'utf8'));
    const { at } = note;
    return note.mirror === mirror && typeof at === 'number' && at <= now && now - at < failureCountsMs;
  } catch {
    return false;
  }
}
