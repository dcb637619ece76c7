// @ts-check
// Runs the app as an ordinary user when the tests run as root, so that Chromium's real sandbox is tested.
//
// How it fits together. The test process stays root; only what belongs to the desktop (the app, its bus, keyring and
// display) is started through `setpriv` as the system user `daypass-test`. That user can't read a checkout below /root
// or a folder with 0700, so a run works on a staged copy under the temporary folder: root-owned, readable by all,
// writable by nobody else (whole-app.mjs makes it). When we are not root, all of this is nothing: the user is null and
// the prefix empty. This file must not know where the checkout is: the tests take it in when they are bundled.
import { spawnSync } from 'node:child_process';
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
