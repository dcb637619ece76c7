/** The long run of the fuzzer: prints each property's seed, count and time, and the shrunk input of what broke. */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { fuzzed } from './properties.ts';
import { takeTally } from './tally.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});
const runs = whole(values.runs, '--runs');
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : whole(values.seed, '--seed');

let broken = 0;
let total = 0;
for (const { name, share, property } of fuzzed) {
  const numRuns = Math.round(runs * share);
  const startedAt = performance.now();
  const result = await fc.check(property(), { numRuns, seed, endOnFailure: false });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  total += result.numRuns;
  process.stdout.write(
    `${result.failed ? 'BROKEN' : 'held  '} ${name}: ${result.numRuns} inputs, seed ${seed}, ${seconds} s\n`,
  );
  const outcomes = takeTally().map(([outcome, count]) => `${outcome} ${count}`);
  if (outcomes.length > 0) process.stdout.write(`         ${outcomes.join(', ')}\n`);
  if (!result.failed) continue;
  broken++;
  process.stdout.write(
    `${result.counterexamplePath}: ${JSON.stringify(result.counterexample)}\n${String(result.errorInstance)}\n`,
  );
}
process.stdout.write(`${total} inputs, seed ${seed}: ${fuzzed.length - broken} held, ${broken} broken\n`);
process.exitCode = broken === 0 ? 0 : 1;

function whole(text: string, option: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${option} takes a whole number`);
  return Number(text);
}
