// @ts-check
// One flavour through electron-builder: build, stage, package. Needs node_modules.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, Platform } from 'electron-builder';
import { buildApp } from './build-app.mjs';
import { packageFolder } from './packages.mjs';
import { repository } from './repository.mjs';
import { stageApp } from './stage.mjs';

/** @typedef {import('./build-config.mjs').Flavour} Flavour */
/** @typedef {import('./official-electron.mjs').Runtime} Runtime */

/**
 * The name in folders and files says what must never be handed out.
 * @param {boolean} official
 */
export function nameFor(official) {
  return official ? 'daypass' : 'daypass-unofficial-runtime';
}

/**
 * @param {Flavour} flavour
 * @param {Runtime} runtime
 * @param {readonly string[]} targets empty for a plain folder
 * @returns {Promise<import('./packages.mjs').Packaged>}
 */
export async function packFlavour(flavour, runtime, targets) {
  const output = path.join(packageFolder, flavour);
  const built = path.join(repository, 'out', 'build', flavour);
  const app = path.join(repository, 'out', 'stage', flavour);
  rmSync(app, { recursive: true, force: true });
  rmSync(output, { recursive: true, force: true });
  await buildApp({ flavour, fallbackRuntime: !runtime.official, outFolder: built });
  stageApp(built, app, manifestFor(flavour));
  const name = nameFor(runtime.official);
  await packFolder({ app, output, name, runtime, targets });
  return { flavour, ...whereIs(output, name), electron: runtime.version, official: runtime.official };
}

/**
 * One staged folder through electron-builder, by the project's own rules.
 * @param {{ app: string, output: string, name: string, runtime: Runtime, targets: readonly string[] }} request
 */
export async function packFolder({ app, output, name, runtime, targets }) {
  await build({
    projectDir: repository,
    targets: Platform.current().createTarget(targets.length > 0 ? [...targets] : ['dir']),
    config: {
      electronDist: runtime.folder,
      electronVersion: runtime.version,
      directories: { app, output },
      linux: { executableName: name },
      artifactName: `${name}-\${version}-\${os}-\${arch}.\${ext}`,
    },
  });
}

/** Only what the app reads at run time, and the one module that is not bundled. @param {Flavour} flavour */
function manifestFor(flavour) {
  const { name, productName, version, description, license, type, main, dependencies } = JSON.parse(
    readFileSync(path.join(repository, 'package.json'), 'utf8'),
  );
  return {
    ...{ name, productName, version, description, license, type, main },
    author: 'The Daypass authors',
    daypassFlavour: flavour,
    dependencies: { keytar: dependencies.keytar },
  };
}

/**
 * @param {string} output
 * @param {string} name
 */
export function whereIs(output, name) {
  if (process.platform === 'darwin') {
    const folder = path.join(output, process.arch === 'arm64' ? 'mac-arm64' : 'mac', 'Daypass.app');
    return { folder, executable: path.join(folder, 'Contents', 'MacOS', 'Daypass') };
  }
  if (process.platform === 'win32') {
    const folder = path.join(output, process.arch === 'arm64' ? 'win-arm64-unpacked' : 'win-unpacked');
    return { folder, executable: path.join(folder, 'Daypass.exe') };
  }
  const folder = path.join(output, process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked');
  return { folder, executable: path.join(folder, name) };
}
