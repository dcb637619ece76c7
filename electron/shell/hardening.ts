/** Locks on the whole app: switches a packaged app refuses to start with, and a net under every page. */
import { type App, app } from 'electron';

/** SECURITY: not a boundary against malware, but no shortcut or habit may weaken a person's Daypass. */
const refusedSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'no-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'load-extension',
  'js-flags',
  'log-net-log',
  'ssl-key-log-file',
];
/** `NODE_OPTIONS` is not here: a fuse makes Electron ignore it, and many developers have it set. */
const refusedVariables = ['SSLKEYLOGFILE', 'ELECTRON_RUN_AS_NODE'];
/** sysexits.h: EX_CONFIG. */
const EXIT_CONFIG = 78;

/** The first switch or variable that must not be there, or null. Pure. */
export function refusedStart(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  for (const argument of argv) {
    const name = /^--?([\w-]+)/.exec(argument)?.[1]?.toLowerCase();
    if (name !== undefined && refusedSwitches.includes(name)) return `--${name}`;
  }
  return refusedVariables.find((name) => (env[name] ?? '') !== '') ?? null;
}

export function guardStart(): void {
  if (__FLAVOUR__ !== 'shipping') return;
  const refused = refusedStart(process.argv.slice(1), process.env);
  if (refused === null) return;
  process.stderr.write(`Daypass does not start with ${refused}.\n`);
  process.exit(EXIT_CONFIG);
}

/** Before the app is ready. */
export function lockDown(electron: App = app): void {
  // As root Chromium's sandbox can't start, and asking for it anyway respawns its helpers for ever.
  if (!electron.commandLine.hasSwitch('no-sandbox')) electron.enableSandbox();
  electron.on('web-contents-created', (_event, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault());
    // Pages that may open windows replace this with their own rule.
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  electron.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
}
