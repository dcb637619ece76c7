// @ts-check
// `node scripts/fuses.mjs PATH`: the fuses of a packaged binary, as one JSON object on stdout.
import { Refusal, runScript } from './lib/say.mjs';

await runScript(async () => {
  const [executable] = process.argv.slice(2);
  if (!executable) throw new Refusal('Say which binary: node scripts/fuses.mjs PATH');
  const { readFuses } = await import('./lib/fuses.mjs');
  process.stdout.write(`${JSON.stringify(await readFuses(executable), null, 2)}\n`);
});
