// @ts-check
// Runs the guided tour: the program in tests/tour.
import { bundleProgram } from './bundled-program.mjs';
import { runToEnd } from './child.mjs';
import { repository } from './repository.mjs';
import { withStagedApp } from './whole-app.mjs';

/**
 * @param {import('./official-electron.mjs').Runtime} runtime
 * @returns {Promise<number>} the tour's exit code: 0 only when every step was seen
 */
export async function runTour(runtime) {
  const program = await bundleProgram('tests/tour/main.ts', 'tour');
  return withStagedApp(runtime, { packaged: false }, (env) =>
    runToEnd(process.execPath, [program], { cwd: repository, env }),
  );
}
