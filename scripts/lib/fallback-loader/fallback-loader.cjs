// @ts-check
// Stands in for Electron's default app on the fall-back runtime: loads the app folder named on the command line.
// It leaves process.argv alone, as the default app does, and marks the runtime before any line of the app has run.
const { app } = require('electron');
const fs = require('node:fs');
const path = require('node:path');

/** Electron's own default app calls these two; its typings leave them out. */
const inner =
  /** @type {Electron.App & { setVersion(version: string): void, setAppPath(folder: string): void }} */ (app);

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (!given) {
  process.stderr.write('This runtime needs the folder of an app as its argument.\n');
  app.exit(1);
} else {
  load(path.resolve(given));
}

/** @param {string} folder */
function load(folder) {
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  // SECURITY: not an environment variable, which anybody could clear. The app refuses real organisations on it.
  Object.defineProperty(globalThis, '__daypassFallbackRuntime', { value: true });
  Object.defineProperty(process, 'defaultApp', { value: true });
  app.setName(manifest.productName ?? manifest.name);
  if (manifest.version) inner.setVersion(manifest.version);
  app.setDesktopName(`${app.name}.desktop`);
  inner.setAppPath(folder);
  require(path.join(folder, manifest.main));
}
