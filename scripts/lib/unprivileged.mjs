// @ts-check
// Runs the app as an ordinary user when the tests run as root, so that Chromium's real sandbox is tested.
//
// How it fits together. The test process stays root; only what belongs to the desktop (the app, its bus, keyring and
// display) is started through `setpriv` as the system user `daypass-test`. That user can't read a checkout below /root
// or a folder with 0700, so a run works on a staged copy under the temporary folder: root-owned, readable by all,
// writable by nobody else. Homes and data folders come from `scratchFor`. When we are not root, all of this is nothing:
// the user is null, the prefix empty, and scratch folders are our own. This file must not know where the checkout is.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Refusal } from './say.mjs';

/** @typedef {{ uid: number, gid: number, name: string }} UnprivilegedUser */

const userName = 'daypass-test';

/** @returns {UnprivilegedUser | null} null when we are not root; made when missing */
export function unprivilegedUser() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const found = lookUp();
  if (found) return found;
  const args = [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
  ];
  spawnSync('useradd', [...args, userName], { stdio: ['ignore', 2, 2] });
  const made = lookUp();
  if (made) return made;
  throw new Refusal(
    `The system user ${userName}, as whom the app is tested, could not be made with useradd.`,
  );
}

/** @returns {UnprivilegedUser | null} */
function lookUp() {
  const { stdout } = spawnSync('getent', ['passwd', userName], { encoding: 'utf8' });
  const [name, , uid, gid] = stdout.trim().split(':');
  return name ? { name, uid: Number(uid), gid: Number(gid) } : null;
}

/**
 * What to put before a command line so that it runs as that user: `[...prefixCommand(user), program, ...args]`.
 * @param {UnprivilegedUser | null} user
 * @returns {string[]}
 */
export function prefixCommand(user) {
  if (!user) return [];
  return ['setpriv', '--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups', '--'];
}

/**
 * One executable that starts `executable` as that user: for callers which add arguments of their own in front, as
 * Playwright does. Without a user it is the executable itself.
 * @param {UnprivilegedUser | null} user
 * @param {string} executable
 * @param {string} folder where the launcher is written; that user must be able to reach it
 * @returns {string}
 */
export function launcherFor(user, executable, folder) {
  if (!user) return executable;
  const file = path.join(folder, `launch-${path.basename(executable)}`);
  writeFileSync(file, `#!/bin/sh\nexec ${[...prefixCommand(user), executable].map(quote).join(' ')} "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

/** @param {string} word */
function quote(word) {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * A fresh folder of that user's own (0700), with a short path, because sockets below it have 100 bytes at most.
 * @param {UnprivilegedUser | null} user
 * @param {string} label a word for the folder's name
 * @returns {string}
 */
export function scratchFor(user, label) {
  const folder = mkdtempSync(path.join(os.tmpdir(), `daypass-${label}-`));
  if (user) chownSync(folder, user.uid, user.gid);
  return folder;
}

/**
 * @param {UnprivilegedUser | null} user
 * @param {string} sandboxHelper the runtime's chrome-sandbox; counts when it is root's and setuid
 */
export function sandboxWorksFor(user, sandboxHelper) {
  if (process.platform !== 'linux') return true;
  const [program = '', ...args] = [...prefixCommand(user), 'unshare', '-U', 'true'];
  if (spawnSync(program, args, { stdio: 'ignore' }).status === 0) return true;
  const [helper = '', ...helperArgs] = [...prefixCommand(user), sandboxHelper, 'true'];
  return spawnSync(helper, helperArgs, { stdio: 'ignore' }).status === 0;
}
