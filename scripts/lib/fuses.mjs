// @ts-check
// The fuses of a packaged Daypass: what they must be, setting them, and reading them back. Needs node_modules.
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/** @typedef {import('./build-config.mjs').Flavour} Flavour */
/** @typedef {Record<string, boolean>} FuseSettings fuse name → on */

/**
 * In the order of the wire; newer Electrons only add at the end.
 * @param {Flavour} flavour
 * @param {NodeJS.Platform} platform of the package
 * @returns {FuseSettings}
 */
export function wantedFuses(flavour, platform) {
  return {
    // SECURITY: else the binary is a Node that acts, and reads the keychain, under our name.
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    // Playwright drives the test flavour through it.
    EnableNodeCliInspectArguments: flavour === 'test',
    // Electron enforces it on macOS and Windows only.
    EnableEmbeddedAsarIntegrityValidation: platform === 'darwin' || platform === 'win32',
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
    WasmTrapHandlers: true,
  };
}

/**
 * @param {string} executable or macOS bundle
 * @returns {Promise<FuseSettings>} as many as this Electron has
 */
export async function readFuses(executable) {
  const { version: _version, ...wire } = await getCurrentFuseWire(executable);
  return Object.fromEntries(
    Object.entries(wire).map(([index, state]) => [
      FuseV1Options[Number(index)] ?? `fuse ${index}`,
      state === FuseState.ENABLE,
    ]),
  );
}

/**
 * The wanted fuses this Electron has. One it has and we do not know must be decided first, so it is a fault.
 * @param {FuseSettings} present
 * @param {FuseSettings} wanted
 * @returns {FuseSettings}
 */
export function fusesToSet(present, wanted) {
  const undecided = Object.keys(present).filter((name) => !(name in wanted));
  if (undecided.length > 0)
    throw new Error(`This Electron has fuses nobody has decided on: ${undecided.join(', ')}`);
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => name in present));
}

/**
 * @param {FuseSettings} wanted
 * @param {FuseSettings} found
 * @returns {string[]} names that differ
 */
export function differingFuses(wanted, found) {
  return [...new Set([...Object.keys(wanted), ...Object.keys(found)])].filter(
    (name) => wanted[name] !== found[name],
  );
}

/**
 * @param {string} executable or macOS bundle
 * @param {FuseSettings} wanted
 */
export async function setFuses(executable, wanted) {
  const settings = fusesToSet(await readFuses(executable), wanted);
  const byIndex = Object.fromEntries(
    Object.entries(settings).map(([name, on]) => [
      FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (name)],
      on,
    ]),
  );
  const request = {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: true,
    ...byIndex,
  };
  // The typing wants every fuse the library knows; an older wire has fewer, and strictness counts those it has.
  await flipFuses(executable, /** @type {import('@electron/fuses').FuseConfig} */ (request));
  const different = differingFuses(settings, await readFuses(executable));
  if (different.length > 0)
    throw new Error(`These fuses did not take their setting: ${different.join(', ')}`);
}
