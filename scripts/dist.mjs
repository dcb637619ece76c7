// @ts-check
// `npm run dist`: what people install (deb and AppImage, dmg, nsis), of the shipping flavour. Official runtime only.
import { wayToOfficial } from './lib/electron-runtime.mjs';
import { prepare } from './lib/prepare.mjs';
import { Refusal, runScript } from './lib/say.mjs';

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const targets = { linux: ['deb', 'AppImage'], darwin: ['dmg'], win32: ['nsis'] };

await runScript(async () => {
  const runtime = await prepare([]);
  if (!runtime.official) {
    throw new Refusal(`Nothing to hand out is made on the unofficial runtime. ${wayToOfficial}`);
  }
  const { packFlavour } = await import('./lib/pack.mjs');
  await packFlavour('shipping', runtime, targets[process.platform] ?? []);
});
