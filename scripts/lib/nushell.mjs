// @ts-check
// A real Nushell for the tests of copied lines, on Linux x64. Not a devDependency: the registry at hand carries this
// one platform's package only, and a lock file without the others' stops `npm ci` there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './cache.mjs';
import { getTarball } from './npm-tarball.mjs';
import { Refusal } from './say.mjs';

const version = '0.115.1';
const pin = {
  carrier: `@nushell/linux-x64@${version}`,
  tarballName: `nushell-linux-x64-${version}.tgz`,
  sha512: 'w6eMwPZJ/JqIEq2BgUif71fzBuNFxA1xvrIshC+bQYq44x2PgOE+x1IX+URNUBQSkCLAY9ze2Egec00RMyDtMA==',
  megabytes: 24,
};

const folder = () => path.join(cacheFolder(), `nushell-${version}`);

/** @returns {string | null} the executable's path; null where it was not brought or can't be */
export function nushellHere() {
  const executable = path.join(folder(), 'bin', 'nu');
  return existsSync(executable) ? executable : null;
}

/** Brings it once; elsewhere than on Linux x64 nothing happens. */
export async function ensureNushell() {
  if (process.platform !== 'linux' || process.arch !== 'x64' || nushellHere()) return;
  const workplace = `${folder()}.${process.pid}.part`;
  mkdirSync(workplace, { recursive: true });
  try {
    const tarball = await getTarball(pin, workplace);
    const { status } = spawnSync('tar', ['-xzf', tarball, '-C', workplace, 'package/bin/nu'], {
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0) throw new Refusal(`tar failed while unpacking ${pin.carrier}.`);
    rmSync(folder(), { recursive: true, force: true });
    renameSync(path.join(workplace, 'package'), folder());
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
}
