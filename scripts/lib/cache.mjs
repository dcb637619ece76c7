// @ts-check
// The folder outside the checkout that holds what is costly to get again. Safe to delete at any time.
import os from 'node:os';
import path from 'node:path';

/**
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, home?: string }} [from]
 * @returns {string} the folder's path; it may not exist yet
 */
export function cacheFolder({ env = process.env, platform = process.platform, home = os.homedir() } = {}) {
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'daypass');
  if (platform === 'win32')
    return path.join(env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'daypass', 'Cache');
  // A relative XDG_CACHE_HOME is invalid by the XDG base directory rules and must be ignored.
  const given = env.XDG_CACHE_HOME;
  return path.join(given && path.isAbsolute(given) ? given : path.join(home, '.cache'), 'daypass');
}
