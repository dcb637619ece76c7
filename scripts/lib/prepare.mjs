// @ts-check
// Everything between a fresh clone and an app that can be started, in the order in which it must come.
import path from 'node:path';
import { buildApp } from './build-app.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { getElectron } from './electron-runtime.mjs';
import { repository, requireNode } from './repository.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

export const distFolder = path.join(repository, 'dist');

/**
 * Dependencies, system packages and the runtime.
 * @param {readonly import('./system-packages.mjs').Purpose[]} purposes
 */
export async function prepare(purposes) {
  requireNode();
  ensureDependencies(repository);
  ensureSystemPackages(purposes);
  return getElectron();
}

/** The build that runs unpackaged: it listens to its tests, and learns from the runtime whether that is the fall-back. */
export function buildForHere() {
  return buildApp({ flavour: 'test', fallbackRuntime: false, outFolder: distFolder });
}
