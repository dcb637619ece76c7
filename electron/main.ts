/**
 * Entry: locks first, then one instance, then the tray icon when Electron is ready, then the app behind it. What is
 * imported here is loaded before the icon stands, so it is kept small.
 */
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { takeAmbientAws } from './lib/ambient-aws.ts';
import { redactText } from './lib/redact.ts';
import { registerAppScheme } from './shell/app-protocol.ts';
import { guardStart, lockDown } from './shell/hardening.ts';
import { ordersOf, startOptions } from './shell/start-options.ts';
import { createTray } from './shell/tray.ts';

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

if (app.requestSingleInstanceLock()) {
  app
    .whenReady()
    .then(async () => {
      const tray = createTray(join(app.getAppPath(), 'dist', 'assets'));
      const { startApp } = await import('./app.ts');
      const running = await startApp(options, tray);
      app.on('second-instance', (_event, argv) => running.secondStart(ordersOf(argv)));
    })
    .catch((error: unknown) => {
      // Nothing of ours is there to say it: a data folder that can't be written, a broken installation.
      const reason = redactText(error instanceof Error ? error.message : String(error));
      dialog.showErrorBox(
        'Daypass could not start',
        `${reason}\n\nIts data folder is ${options.dataFolder}.`,
      );
      app.exit(1);
    });
} else {
  app.quit();
}
