// @ts-check
// Digests of files and folders: of one file, and one line that stands for a whole set of inputs.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 */
export async function hashFile(file, algorithm, encoding) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return hash.digest(encoding);
}

/** @param {string} text */
export function hashText(text) {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Every file below a folder, relative, with `/`, sorted; a link is listed, never followed.
 * @param {string} folder
 * @returns {string[]}
 */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/**
 * One digest of names and contents of files and folders; what is missing counts as missing.
 * @param {string} root
 * @param {readonly string[]} inputs files or folders, relative to root
 * @param {(file: string) => boolean} [counts] which of the files below matter
 */
export function hashInputs(root, inputs, counts = () => true) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const full = path.join(root, input);
    const files = !existsSync(full)
      ? []
      : statSync(full).isDirectory()
        ? filesBelow(full).map((file) => `${input}/${file}`)
        : [input];
    for (const file of files.filter(counts)) {
      const content = readFileSync(path.join(root, file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}
