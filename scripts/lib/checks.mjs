// @ts-check
// The single checks of `npm test`, each streaming its own output and answering with a count.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runToEnd } from './child.mjs';
import { buildForHere } from './prepare.mjs';
import { repository } from './repository.mjs';
import { say } from './say.mjs';
import { countVitest, oneCheck } from './summary.mjs';
import { withStagedApp } from './whole-app.mjs';

/** @typedef {import('./summary.mjs').Count} Count */

/**
 * @param {string} script relative to the checkout
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function node(script, args, env = process.env) {
  return runToEnd(process.execPath, [path.join(repository, script), ...args], { cwd: repository, env });
}

export async function checkTypes() {
  return oneCheck((await node('node_modules/typescript/bin/tsc', ['--noEmit', '-p', '.'])) === 0);
}

export async function checkStyle() {
  return oneCheck((await node('node_modules/@biomejs/biome/bin/biome', ['ci', '.'])) === 0);
}

export async function checkBuild() {
  try {
    await buildForHere();
    return oneCheck(true);
  } catch (error) {
    say(String(error));
    return oneCheck(false);
  }
}

export async function checkPackages() {
  return oneCheck((await node('scripts/package.mjs', [])) === 0);
}

/** @param {readonly string[]} [filters] */
export function runUnitTests(filters = []) {
  return vitest('unit', filters, process.env);
}

/**
 * @param {import('./official-electron.mjs').Runtime} runtime
 * @param {readonly string[]} [filters]
 */
export function runAppTests(runtime, filters = []) {
  return withStagedApp(runtime, { packaged: true }, (env) => vitest('app', filters, env));
}

/**
 * @param {'unit' | 'app'} project
 * @param {readonly string[]} filters
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Count>}
 */
async function vitest(project, filters, env) {
  const report = path.join(repository, 'out', 'tests', `${project}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await node(
    'node_modules/vitest/vitest.mjs',
    ['run', '--project', project, ...reporters, ...filters],
    env,
  );
  return countVitest(readReport(report), code);
}

/** @param {string} file @returns {unknown} */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
