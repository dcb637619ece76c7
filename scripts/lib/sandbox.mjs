// @ts-check
// Whether Chromium's sandbox can work here. It is given up only for root, where it can't, and that is said aloud.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { Refusal, say } from './say.mjs';
import { prefixCommand } from './unprivileged.mjs';

/**
 * The switches a start by this very user needs.
 * @param {string} runtimeFolder the folder of Electron's executable
 * @returns {string[]}
 */
export function sandboxSwitches(runtimeFolder) {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) {
    say('You are root: Chromium cannot sandbox its pages for root, so this start runs with --no-sandbox.');
    return ['--no-sandbox'];
  }
  const helper = path.join(runtimeFolder, 'chrome-sandbox');
  if (userNamespacesWork() || isSetuidRoot(helper)) return [];
  // SECURITY: never --no-sandbox instead; pages of other companies are shown in this process.
  throw new Refusal(
    `This system forbids the user namespaces that Chromium's sandbox needs. Run this line once, then start again:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}

/**
 * @param {import('./unprivileged.mjs').UnprivilegedUser | null} user as whom the app is tested; null is ourselves
 * @param {string} helper the runtime's chrome-sandbox
 */
export function sandboxWorksFor(user, helper) {
  if (process.platform !== 'linux' || userNamespacesWork(prefixCommand(user))) return true;
  return isSetuidRoot(helper) && (!user || rootMayMakeNamespaces());
}

/** @param {readonly string[]} [prefix] what makes it another user's try */
export function userNamespacesWork(prefix = []) {
  const [program = '', ...args] = [...prefix, 'unshare', '-U', 'true'];
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** In a container root often may not, and then its setuid programs can't either. */
function rootMayMakeNamespaces() {
  return spawnSync('unshare', ['--pid', '--net', '--fork', 'true'], { stdio: 'ignore' }).status === 0;
}

/** @param {string} file */
function isSetuidRoot(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && stat.uid === 0 && (stat.mode & 0o7777) === 0o4755;
}
