// @ts-check
// Prints the path of the Electron that runs the app, and nothing else on stdout; gets it when it is missing.
import { ensureDependencies } from './lib/dependencies.mjs';
import { getElectron } from './lib/electron-runtime.mjs';
import { repository, requireNode } from './lib/repository.mjs';
import { runScript } from './lib/say.mjs';

await runScript(async () => {
  requireNode();
  ensureDependencies(repository);
  const { executable } = await getElectron();
  process.stdout.write(`${executable}\n`);
});
