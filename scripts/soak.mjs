// @ts-check
// `npm run soak [-- --runs N] [--seed S]`: the long counts, 100,000 inputs unless said otherwise. Exits 0 only when all held.
import { bundleProgram } from './lib/bundled-program.mjs';
import { runToEnd } from './lib/child.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { repository, requireNode } from './lib/repository.mjs';
import { runScript } from './lib/say.mjs';

await runScript(async () => {
  requireNode();
  ensureDependencies(repository);
  const program = await bundleProgram('tests/fuzz/soak.ts', 'soak');
  return runToEnd(process.execPath, [program, ...process.argv.slice(2)], { cwd: repository });
});
