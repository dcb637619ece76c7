// @ts-check
// Brings node_modules to what package-lock.json says, and does nothing when it is there already.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashText } from './hash.mjs';
import { npmCommand } from './repository.mjs';
import { Refusal, say } from './say.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * True when npm's record of the installed tree holds what the lock asks for. An optional package may be absent
 * (it belongs to another platform), nothing else may be.
 * @param {Lock} wanted package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json
 */
export function treeMatchesLock(wanted, installed) {
  const locked = wanted.packages ?? {};
  const present = installed.packages ?? {};
  const nothingForeign = Object.keys(present).every((name) => name in locked);
  return (
    nothingForeign &&
    Object.entries(locked).every(([name, pin]) => {
      const found = present[name];
      if (name === '') return true;
      if (!found) return pin.optional === true;
      return found.version === pin.version && found.integrity === pin.integrity;
    })
  );
}

/** @param {string} repository */
export function ensureDependencies(repository) {
  const modules = path.join(repository, 'node_modules');
  const mark = path.join(modules, '.daypass-lock-hash');
  const lock = readFileSync(path.join(repository, 'package-lock.json'), 'utf8');
  const hash = hashText(lock);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  const record = path.join(modules, '.package-lock.json');
  const inStep =
    existsSync(record) && treeMatchesLock(JSON.parse(lock), JSON.parse(readFileSync(record, 'utf8')));
  if (!inStep) install(repository);
  writeFileSync(mark, hash);
}

/** @param {string} repository */
function install(repository) {
  say('Installing the dependencies (npm ci) …');
  const npm = npmCommand();
  // npm's report goes to stderr: stdout belongs to the script that called us.
  const run = spawnSync(npm.command, [...npm.args, 'ci', '--loglevel=error'], {
    cwd: repository,
    stdio: ['ignore', 2, 2],
    shell: npm.shell,
  });
  if (run.status !== 0) throw new Refusal('npm ci failed; its message is above.');
}
