// @ts-check
// `npm run dev [-- arguments]`: the app on the demo organisation with pages that reload as they are edited; a change of
// the Electron side starts it anew. Needs a display; quitting the app, or Ctrl-C, ends it.
import { spawn } from 'node:child_process';
import { copyAssets } from './lib/build-app.mjs';
import { distFolder, prepare } from './lib/prepare.mjs';
import { repository } from './lib/repository.mjs';
import { restartable } from './lib/restartable.mjs';
import { sandboxSwitches } from './lib/sandbox.mjs';
import { runScript, say } from './lib/say.mjs';
import { readStartArguments } from './lib/start-arguments.mjs';

await runScript(async () => {
  const runtime = await prepare(['run']);
  const switches = sandboxSwitches(runtime.folder);
  const { appArguments } = readStartArguments(process.argv.slice(2), process);
  const { servePages, watchPrograms } = await import('./lib/dev-builds.mjs');
  const pages = await servePages(distFolder);
  say(`The pages are served from ${pages.url}.`);
  copyAssets(distFolder);
  const app = restartable(() =>
    spawn(runtime.executable, [...switches, repository, ...appArguments], {
      stdio: 'inherit',
      env: { ...process.env, DAYPASS_DEV_SERVER: pages.url },
    }),
  );
  const watcher = await watchPrograms(distFolder, app.startAnew);
  process.once('SIGINT', app.stop);
  process.once('SIGTERM', app.stop);
  await app.over;
  await Promise.all([watcher.close(), pages.close()]);
});
