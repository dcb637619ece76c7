// @ts-check
// Runs a download that cannot be asked how far it is: it may take as long as bytes keep coming into its temporary folder.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { filesBelow } from './hash.mjs';

/** @typedef {{ good: boolean, reason: string }} Result */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {number} idleMs it is ended when nothing has come for this long
 * @returns {Promise<Result>}
 */
export async function runWhileBytesCome(command, args, idleMs) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'daypass-download-'));
  const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder };
  try {
    return await run(spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'] }), folder, idleMs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, null, import('node:stream').Readable>} child
 * @param {string} folder
 * @param {number} idleMs
 * @returns {Promise<Result>}
 */
function run(child, folder, idleMs) {
  return new Promise((resolve) => {
    let complaint = '';
    let tooLong = false;
    let size = 0;
    child.stderr.setEncoding('utf8').on('data', (text) => {
      complaint += text;
    });
    const watch = setInterval(() => {
      const now = bytesIn(folder);
      if (now === size) {
        tooLong = true;
        child.kill('SIGKILL');
      }
      size = now;
    }, idleMs);
    /** @param {boolean} good @param {string} reason */
    const end = (good, reason) => {
      clearInterval(watch);
      resolve({ good, reason });
    };
    child.once('error', (error) => end(false, error.message));
    child.once('close', (code) => {
      const said = complaint.split('\n').find((line) => line.trim());
      end(code === 0, tooLong ? `nothing came for ${idleMs / 1000} s` : (said ?? `exit code ${code}`));
    });
  });
}

/** @param {string} folder */
function bytesIn(folder) {
  return filesBelow(folder).reduce(
    (sum, file) => sum + (statSync(path.join(folder, file), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}
