// @ts-check
// Where the checkout is, which Node runs it, and which npm belongs to that Node.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './say.mjs';

export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const oldestNode = [20, 19];

/** @param {string} version as in `process.versions.node` */
export function nodeIsNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = oldestNode;
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

export function requireNode() {
  if (nodeIsNewEnough(process.versions.node)) return;
  throw new Refusal(`Daypass needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}.`);
}

/**
 * The npm that started us, else the one on the path. `shell` is needed for npm's .cmd file on Windows.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCommand(env = process.env) {
  const script = env.npm_execpath;
  if (script?.endsWith('npm-cli.js')) return { command: process.execPath, args: [script], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}
