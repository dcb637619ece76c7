// @ts-check
// Runs the guided tour: the program in tests/tour, bundled first because Node cannot run TypeScript.
import path from 'node:path';
import { runToEnd } from './child.mjs';
import { repository } from './repository.mjs';
import { withStagedApp } from './whole-app.mjs';

/**
 * @param {import('./official-electron.mjs').Runtime} runtime
 * @returns {Promise<number>} the tour's exit code: 0 only when every step was seen
 */
export async function runTour(runtime) {
  const { build } = await import('vite');
  const outDir = path.join(repository, 'out', 'tour-program');
  await build({
    configFile: false,
    root: repository,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: path.join(repository, 'tests', 'tour', 'main.ts'),
      target: 'node20',
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'tour.mjs' } },
    },
  });
  return withStagedApp(runtime, { packaged: false }, (env) =>
    runToEnd(process.execPath, [path.join(outDir, 'tour.mjs')], { cwd: repository, env }),
  );
}
