// @ts-check
// `npm run package`: both flavours as plain folders for this system, in out/package/{shipping,test}.
// out/package/packages.json says where each executable is. On the fall-back runtime both are for tests only.
import { forgetPackages, packageFolder, writePackages } from './lib/packages.mjs';
import { prepare } from './lib/prepare.mjs';
import { runScript, say } from './lib/say.mjs';

await runScript(async () => {
  const runtime = await prepare([]);
  forgetPackages();
  const { packFlavour } = await import('./lib/pack.mjs');
  const packages = [await packFlavour('shipping', runtime, []), await packFlavour('test', runtime, [])];
  writePackages(packages);
  say(`Packaged into ${packageFolder}.`);
  if (!runtime.official)
    say('They carry the unofficial runtime: they are for tests and must not be handed out.');
});
