// @ts-check
// `npm test`: set-up, then every check there is. All run, whatever fails; the last line is `N passed, N failed`.
import {
  checkBuild,
  checkPackages,
  checkStyle,
  checkTypes,
  runAllAppTests,
  runUnitTests,
} from './lib/checks.mjs';
import { ensureNushell } from './lib/nushell.mjs';
import { prepare } from './lib/prepare.mjs';
import { runScript, say } from './lib/say.mjs';
import { oneCheck, summarise } from './lib/summary.mjs';

/** @typedef {import('./lib/summary.mjs').Count} Count */

await runScript(async () => {
  const runtime = await prepare(['run', 'headless', 'tests']);
  await ensureNushell();
  /** @type {[string, () => Promise<Count>][]} */
  const checks = [
    ['types', checkTypes],
    ['lint and format', checkStyle],
    ['unit tests', runUnitTests],
    ['build', checkBuild],
    ['packages', checkPackages],
    ['whole-app tests', () => runAllAppTests(runtime)],
  ];
  const outcomes = [];
  for (const [name, check] of checks) {
    say(`\n── ${name} ──`);
    outcomes.push({ name, ...(await check().catch(asFailure)) });
  }
  const { lines, good } = summarise(outcomes);
  process.stdout.write(`${lines.join('\n')}\n`);
  return good ? 0 : 1;
});

/** @param {unknown} error */
function asFailure(error) {
  say(String(error instanceof Error ? error.stack : error));
  return oneCheck(false);
}
