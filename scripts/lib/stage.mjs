// @ts-check
// Puts the parts of a run side by side in one folder: the app as it is packaged or tested, a runtime, a packaged build.
// Big files are hard-linked where the file system allows it. Knows nothing of who runs them.
import {
  chmodSync,
  copyFileSync,
  cpSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { filesBelow } from './hash.mjs';
import { repository } from './repository.mjs';

const nativeModule = 'node_modules/keytar';

/**
 * The app without anything that is bundled already: manifest, build, and keytar with this platform's binary.
 * @param {string} built a folder made by buildApp
 * @param {string} folder made when missing
 * @param {Record<string, unknown>} manifest what goes into its package.json
 */
export function stageApp(built, folder, manifest) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  cpSync(built, path.join(folder, 'dist'), {
    recursive: true,
    filter: (source) => path.basename(source) !== '.built-from',
  });
  const keytar = path.join(repository, nativeModule);
  const target = path.join(folder, nativeModule);
  for (const part of ['LICENSE.md', 'lib', `prebuilds/${process.platform}-${process.arch}`]) {
    cpSync(path.join(keytar, part), path.join(target, part), { recursive: true });
  }
  // What it depends on is needed to compile it only.
  const { dependencies: _, ...rest } = JSON.parse(readFileSync(path.join(keytar, 'package.json'), 'utf8'));
  writeFileSync(path.join(target, 'package.json'), JSON.stringify(rest));
}

/**
 * A copy every user can read and run, made of hard links where possible.
 * @param {string} source a folder with an Electron runtime or a packaged app
 * @param {string} target
 * @param {{ setuidHelper: boolean }} options makes the sandbox helper setuid (as root), for systems that forbid user
 *   namespaces and only there
 */
export function stageRuntime(source, target, { setuidHelper }) {
  for (const file of filesBelow(source)) {
    const from = path.join(source, file);
    const to = path.join(target, file);
    mkdirSync(path.dirname(to), { recursive: true });
    const { mode } = statSync(from);
    if (setuidHelper && file === 'chrome-sandbox') {
      copyFileSync(from, to);
      chmodSync(to, 0o4755);
    } else if (!(mode & 0o004) || !linked(from, to)) {
      copyFileSync(from, to);
      chmodSync(to, mode & 0o100 ? 0o755 : 0o644);
    }
  }
}

/**
 * Opens a staged folder to every reader, whatever umask it was made with. Linked files were open before.
 * @param {string} folder
 */
export function makeReadable(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const full = path.join(entry.parentPath, entry.name);
    const { mode, nlink } = lstatSync(full);
    if (entry.isDirectory()) chmodSync(full, 0o755);
    else if (entry.isFile() && nlink === 1) chmodSync(full, mode | 0o444 | (mode & 0o100 ? 0o111 : 0));
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false; // another file system, or one without links
  }
}
