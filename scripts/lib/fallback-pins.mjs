// @ts-check
// The list of files a fall-back runtime consists of, in the format of `sha256sum`, and the comparison with a folder.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, hashFile } from './hash.mjs';

/** Which of the pinned files are programs or libraries. */
export const executables = /^(electron|chrome-sandbox|chrome_crashpad_handler|.*\.so(\.\d+)?)$/;

/**
 * @param {string} text lines of `<64 hex digits>  <relative path>`
 * @returns {Map<string, string>} path → digest
 */
export function parsePins(text) {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const [, digest, file] = /^([0-9a-f]{64}) {2}([\w.@/-]+)$/.exec(line) ?? [];
      if (!digest || !file || file.split('/').includes('..')) throw new Error(`Not a pin: ${line}`);
      return [file, digest];
    }),
  );
}

/**
 * @param {string} folder
 * @param {Map<string, string>} pins
 * @returns {Promise<string[]>} one line a file that is missing, unknown or different
 */
export async function differences(folder, pins) {
  const unknown = filesBelow(folder)
    .filter((file) => !pins.has(file))
    .map((file) => `${file} is unknown`);
  const wrong = [];
  for (const [file, digest] of pins) {
    const full = path.join(folder, file);
    if (!existsSync(full)) wrong.push(`${file} is missing`);
    else if ((await hashFile(full, 'sha256', 'hex')) !== digest) wrong.push(`${file} differs`);
  }
  return [...unknown, ...wrong];
}
