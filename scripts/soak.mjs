// @ts-check
// `npm run soak [-- --runs N] [--seed S]`: the long counts, 100,000 inputs unless said otherwise, three hundred rounds of
// transfers on a line that breaks, and fifty of killed transfers in the real app. Exits 0 only when all held.
import { bundleProgram } from './lib/bundled-program.mjs';
import { runAppTests, runUnitTests } from './lib/checks.mjs';
import { runToEnd } from './lib/child.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { buildForHere, prepare } from './lib/prepare.mjs';
import { repository, requireNode } from './lib/repository.mjs';
import { runScript } from './lib/say.mjs';

await runScript(async () => {
  requireNode();
  ensureDependencies(repository);
  const program = await bundleProgram('tests/fuzz/soak.ts', 'soak');
  const fuzzed = await runToEnd(process.execPath, [program, ...process.argv.slice(2)], { cwd: repository });
  const broken = await faultRounds();
  const killed = await killRounds();
  return fuzzed === 0 && broken && killed ? 0 : 1;
});

const FAULT_ROUNDS = 300;

async function faultRounds() {
  process.env.DAYPASS_FAULT_ROUNDS ??= String(FAULT_ROUNDS);
  const { failed } = await runUnitTests(['electron/transfer/faults.test.ts']);
  return failed === 0;
}

const KILL_ROUNDS = 50;

async function killRounds() {
  process.env.DAYPASS_KILL_ROUNDS ??= String(KILL_ROUNDS);
  process.env.DAYPASS_KILL_SEED ??= String(Date.now() % 1_000_000);
  const runtime = await prepare(['run', 'headless', 'tests']);
  await buildForHere();
  const { failed } = await runAppTests(runtime, ['tests/transfers-long.app.ts', '-t', 'killed']);
  return failed === 0;
}
