// @ts-check
// The single checks of `npm test`, each streaming its own output and answering with a count.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runToEnd } from './child.mjs';
import { buildForHere } from './prepare.mjs';
import { repository } from './repository.mjs';
import { say } from './say.mjs';
import { fileRuns, filesToRunAgain, joinRuns } from './second-run.mjs';
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
export async function runUnitTests(filters = []) {
  return (await vitest('unit', filters, process.env)).count;
}

/**
 * @param {import('./official-electron.mjs').Runtime} runtime
 * @param {readonly string[]} [filters]
 */
export function runAppTests(runtime, filters = []) {
  return withStagedApp(runtime, { packaged: true }, async (env) => (await vitest('app', filters, env)).count);
}

/**
 * All of them; a file or two that fail are run once more, and named when they pass then.
 * @param {import('./official-electron.mjs').Runtime} runtime
 */
export function runAllAppTests(runtime) {
  return withStagedApp(runtime, { packaged: true }, async (env) => {
    const first = await vitest('app', [], env);
    const files = filesToRunAgain(first.runs);
    if (files.length === 0) return first.count;
    say(`\nOnce more, by themselves: ${files.join(', ')}`);
    const second = await vitest('app', ['--no-file-parallelism', ...files], env, 'app-again');
    const { count, notes } = joinRuns(first.count, first.runs, second.count, second.runs);
    for (const note of notes) say(`Passed at its second run only: ${note}`);
    return count;
  });
}

/**
 * @param {'unit' | 'app'} project
 * @param {readonly string[]} filters
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name of the report
 */
async function vitest(project, filters, env, name = project) {
  const report = path.join(repository, 'out', 'tests', `${name}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await node(
    'node_modules/vitest/vitest.mjs',
    ['run', '--project', project, ...reporters, ...filters],
    env,
  );
  const read = readReport(report);
  return { count: countVitest(read, code), runs: fileRuns(read) };
}

/** @param {string} file @returns {unknown} */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
