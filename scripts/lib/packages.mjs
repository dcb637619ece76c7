// @ts-check
// The record of what `npm run package` made, so that tests and people find it whatever it had to be called.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from './repository.mjs';

/** @typedef {{ flavour: 'test' | 'shipping', folder: string, executable: string, electron: string, official: boolean }} Packaged */

export const packageFolder = path.join(repository, 'out', 'package');
const record = path.join(packageFolder, 'packages.json');

/** @returns {Packaged[]} empty when nothing was packaged */
export function readPackages() {
  return existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : [];
}

/** @param {readonly Packaged[]} packages */
export function writePackages(packages) {
  mkdirSync(packageFolder, { recursive: true });
  writeFileSync(record, `${JSON.stringify(packages, null, 2)}\n`);
}

export function forgetPackages() {
  rmSync(record, { force: true });
}
