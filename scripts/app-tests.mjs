// @ts-check
// `npm run app [-- filters]`: the whole-app tests alone, on a fresh build and on the packages made last, if any.
import { runAppTests } from './lib/checks.mjs';
import { buildForHere, prepare } from './lib/prepare.mjs';
import { runScript } from './lib/say.mjs';

await runScript(async () => {
  const runtime = await prepare(['run', 'headless', 'tests']);
  await buildForHere();
  const { failed } = await runAppTests(runtime, process.argv.slice(2));
  return failed === 0 ? 0 : 1;
});
