// @ts-check
// Bundles a program that is written in TypeScript, which Node cannot run, into out/programs. Needs node_modules.
import path from 'node:path';
import { repository } from './repository.mjs';

/**
 * @param {string} entry from the checkout's root
 * @param {string} name
 * @returns {Promise<string>} the file for Node to run
 */
export async function bundleProgram(entry, name) {
  const { build } = await import('vite');
  const outDir = path.join(repository, 'out', 'programs', name);
  await build({
    configFile: false,
    root: repository,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: path.join(repository, entry),
      target: 'node20',
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return path.join(outDir, `${name}.mjs`);
}
