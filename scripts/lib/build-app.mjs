// @ts-check
// Builds the app into a folder, or sees that it is built already from the very same sources.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashInputs, hashText } from './hash.mjs';
import { repository } from './repository.mjs';
import { say } from './say.mjs';

/** @typedef {import('./build-config.mjs').BuildRequest} BuildRequest */

const sources = [
  'electron',
  'renderer',
  'demo',
  'assets/tray',
  'assets/icons',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'scripts/lib/build-config.mjs',
  'scripts/lib/build-app.mjs',
];

/** Tests are no part of a build. @param {string} file */
export function countsForBuild(file) {
  return !/\.(test|app)\.tsx?$/.test(file);
}

/** @param {Omit<BuildRequest, 'outFolder'>} request */
function stampFor({ flavour, fallbackRuntime }) {
  return hashText(`${flavour} ${fallbackRuntime} ${hashInputs(repository, sources, countsForBuild)}`);
}

/**
 * Needs node_modules.
 * @param {BuildRequest} request
 * @returns {Promise<void>}
 */
export async function buildApp(request) {
  const stampFile = path.join(request.outFolder, '.built-from');
  const stamp = stampFor(request);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say(`Building Daypass (${request.flavour}) …`);
  rmSync(request.outFolder, { recursive: true, force: true });
  const { build } = await import('vite');
  const { pagesConfig, preloadConfig, programsConfig } = await import('./build-config.mjs');
  await build(programsConfig(request));
  await build(preloadConfig(request));
  await build(pagesConfig(request));
  copyAssets(request.outFolder);
  writeFileSync(stampFile, stamp);
}

/** The pictures main loads at run time lie beside the code: dist/assets/tray, dist/assets/icons. @param {string} outFolder */
export function copyAssets(outFolder) {
  for (const kind of ['tray', 'icons']) {
    const target = path.join(outFolder, 'assets', kind);
    mkdirSync(target, { recursive: true });
    cpSync(path.join(repository, 'assets', kind), target, {
      recursive: true,
      filter: (source) => !source.endsWith('.svg'),
    });
  }
}
