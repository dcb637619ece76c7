// @ts-check
// `npm run build -- [--flavour test|shipping|dev]`: builds into dist/; `dev` is another name for `test`.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from './lib/build-app.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { repository, requireNode } from './lib/repository.mjs';
import { Refusal, runScript } from './lib/say.mjs';

await runScript(async () => {
  requireNode();
  const { values } = parseArgs({ options: { flavour: { type: 'string', default: 'test' } } });
  const flavour = values.flavour === 'dev' ? 'test' : values.flavour;
  if (flavour !== 'test' && flavour !== 'shipping') throw new Refusal(`There is no flavour ${flavour}.`);
  ensureDependencies(repository);
  // Unpackaged runs learn from the runtime itself whether it is the fall-back; the constant is for packages.
  await buildApp({ flavour, fallbackRuntime: false, outFolder: path.join(repository, 'dist') });
});
