// @ts-check
// electron-builder calls this between putting a package together and signing it: sets the fuses and checks them.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setFuses, wantedFuses } from './lib/fuses.mjs';

/** @param {import('electron-builder').AfterPackContext} context */
export default async function afterPack({ appOutDir, packager, electronPlatformName }) {
  const platform = /** @type {NodeJS.Platform} */ (electronPlatformName);
  if (platform === 'linux') {
    // The fall-back runtime's loader and mark; a package starts its own archive.
    rmSync(path.join(appOutDir, 'resources', 'app'), { recursive: true, force: true });
    rmSync(path.join(appOutDir, '.verified'), { force: true });
  }
  const { daypassFlavour } = /** @type {{ daypassFlavour?: unknown }} */ (packager.info.metadata);
  if (daypassFlavour !== 'shipping' && daypassFlavour !== 'test')
    throw new Error('The package names no flavour.');
  await setFuses(path.join(appOutDir, binaryName(packager, platform)), wantedFuses(daypassFlavour, platform));
}

/**
 * @param {import('electron-builder').AfterPackContext['packager']} packager
 * @param {NodeJS.Platform} platform
 */
function binaryName(packager, platform) {
  if (platform === 'darwin') return `${packager.appInfo.productFilename}.app`;
  if (platform === 'win32') return `${packager.appInfo.productFilename}.exe`;
  // Linux's packager alone has this; the typing is of the common part.
  return /** @type {{ executableName: string }} */ (/** @type {unknown} */ (packager)).executableName;
}
