// @ts-check
// What a whole-app run (the tests, the tour) starts from: executables and an app folder its user can read, told to it
// by environment variables. Leaves nothing behind when it is over.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readPackages } from './packages.mjs';
import { repository } from './repository.mjs';
import { sandboxWorksFor, userNamespacesWork } from './sandbox.mjs';
import { say } from './say.mjs';
import { makeReadable, stageApp, stageRuntime } from './stage.mjs';
import { prefixCommand, unprivilegedUser } from './unprivileged.mjs';

/** @typedef {import('./official-electron.mjs').Runtime} Runtime */

/**
 * DAYPASS_ELECTRON: the runtime's executable. DAYPASS_APP: the folder to give it. DAYPASS_SANDBOX: `on`, or `off`
 * where the system lets nobody have one. DAYPASS_PACKAGED_TEST, DAYPASS_PACKAGED_SHIPPING: packaged executables.
 * @template T
 * @param {Runtime} runtime
 * @param {{ packaged: boolean, built?: boolean, further?: readonly { flavour: string, folder: string, executable: string }[] }} options
 *   built: whether the unpackaged build is run too; further: packages that are no flavour of ours, told as DAYPASS_PACKAGED_NAME too
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function withStagedApp(runtime, { packaged, built = true, further = [] }, run) {
  const user = unprivilegedUser();
  const packages = [...(packaged ? readPackages() : []), ...further];
  const stage = user ? mkdtempSync(path.join(os.tmpdir(), 'daypass-staged-')) : null;
  /** @param {{ folder: string, executable: string }} from @param {string} name */
  const reachable = ({ folder, executable }, name) =>
    stage ? relocate(folder, executable, stage, name) : executable;
  try {
    const electron = reachable(runtime, 'electron');
    const sandbox = sandboxWorksFor(user, path.join(path.dirname(electron), 'chrome-sandbox'));
    if (!sandbox) say('This system lets no ordinary user have a sandbox: the app is run with --no-sandbox.');
    const env = {
      DAYPASS_ELECTRON: electron,
      ...(built ? { DAYPASS_APP: stage ? appIn(stage) : repository } : {}),
      DAYPASS_SANDBOX: sandbox ? 'on' : 'off',
      ...Object.fromEntries(
        packages.map((one) => [`DAYPASS_PACKAGED_${one.flavour.toUpperCase()}`, reachable(one, one.flavour)]),
      ),
    };
    if (stage) makeReadable(stage);
    return await run({ ...process.env, ...env });
  } finally {
    if (stage) rmSync(stage, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {string} executable somewhere below the folder
 * @param {string} stage
 * @param {string} name
 * @returns {string} the executable's path in the copy
 */
function relocate(folder, executable, stage, name) {
  const copy = path.join(stage, name);
  stageRuntime(folder, copy, { setuidHelper: !userNamespacesWork(prefixCommand(unprivilegedUser())) });
  return path.join(copy, path.relative(folder, executable));
}

/** @param {string} stage */
function appIn(stage) {
  const app = path.join(stage, 'app');
  stageApp(
    path.join(repository, 'dist'),
    app,
    JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')),
  );
  return app;
}
