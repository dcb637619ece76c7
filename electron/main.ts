/**
 * Entry: locks first, then one instance, then the tray icon when Electron is ready, then the app behind it. What is
 * imported here is loaded before the icon stands, so it is kept small.
 */
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { RunningApp } from './app.ts';
import { takeAmbientAws } from './lib/ambient-aws.ts';
import { redactText } from './lib/redact.ts';
import { registerAppScheme } from './shell/app-protocol.ts';
import { guardStart, lockDown } from './shell/hardening.ts';
import { ordersOf, startOptions } from './shell/start-options.ts';
import { createTray } from './shell/tray.ts';

/** Linux registers an icon by answers over the bus that wait for this thread (70 ms, measured): loading comes after. */
const ICON_FIRST_MS = process.platform === 'linux' ? 100 : 0;
const iconStands = () => new Promise((resolve) => setTimeout(resolve, ICON_FIRST_MS));

guardStart();
const env = { ...process.env };
takeAmbientAws(process.env);
app.setName('Daypass');
const options = startOptions({
  argv: process.argv.slice(1),
  env,
  packaged: app.isPackaged,
  folderNamed: (name) => join(app.getPath('appData'), name),
  flavour: __FLAVOUR__,
});
app.setPath('userData', options.dataFolder);
lockDown();
registerAppScheme();

async function start(): Promise<RunningApp> {
  await app.whenReady();
  const tray = createTray(join(app.getAppPath(), 'dist', 'assets'));
  await iconStands();
  const { startApp } = await import('./app.ts');
  return startApp(options, tray);
}

if (app.requestSingleInstanceLock()) {
  const running = start();
  // One that comes while we are still loading is answered when we are there.
  app.on('second-instance', (_event, argv) => {
    void running.then((daypass) => daypass.secondStart(ordersOf(argv))).catch(() => undefined);
  });
  running.catch((error: unknown) => {
    // Nothing of ours is there to say it: a data folder that can't be written, a broken installation.
    const reason = redactText(error instanceof Error ? error.message : String(error));
    dialog.showErrorBox('Daypass could not start', `${reason}\n\nIts data folder is ${options.dataFolder}.`);
    app.exit(1);
  });
} else {
  app.quit();
}
