// @ts-check
// `npm run bench [-- --only NAME,NAME] [--json]`: measures the packaged app against its peers, on a desk of its own.
import { bundleProgram } from './lib/bundled-program.mjs';
import { runToEnd } from './lib/child.mjs';
import { forgetPackages, writePackages } from './lib/packages.mjs';
import { prepare } from './lib/prepare.mjs';
import { repository } from './lib/repository.mjs';
import { runScript } from './lib/say.mjs';
import { withStagedApp } from './lib/whole-app.mjs';

await runScript(async () => {
  const runtime = await prepare(['run', 'headless', 'tests']);
  const program = await bundleProgram('bench/main.ts', 'bench');
  forgetPackages();
  const { packFlavour } = await import('./lib/pack.mjs');
  const { packPeer } = await import('./lib/pack-peer.mjs');
  writePackages([await packFlavour('shipping', runtime, []), await packFlavour('test', runtime, [])]);
  const further = [await packPeer(runtime)];
  return withStagedApp(runtime, { packaged: true, built: false, further }, (env) =>
    runToEnd(process.execPath, [program, ...process.argv.slice(2)], { cwd: repository, env }),
  );
});
