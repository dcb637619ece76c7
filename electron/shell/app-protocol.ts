/**
 * Serves our own pages on `app://daypass/`, from a list of known files, with a strict CSP; the UI session can
 * reach nothing else. SECURITY: no path from a request ever touches the disk.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { protocol, type Session, session } from 'electron';

export const APP_ORIGIN = 'app://daypass';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const csp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        corsEnabled: false,
        bypassCSP: false,
        allowServiceWorkers: false,
      },
    },
  ]);
}

/** `devServer`: origin of the hot-reload server, in the test flavour only. */
export function createUiSession(folder: string, devServer: string | null): Session {
  const ui = session.fromPartition('daypass-ui');
  const files = devServer === null ? filesBelow(folder) : new Map<string, string>();
  ui.protocol.handle('app', (request) => {
    const url = new URL(request.url);
    const path = url.host === 'daypass' ? files.get(url.pathname) : undefined;
    if (path === undefined || request.method !== 'GET') return new Response('not here', { status: 404 });
    const headers = {
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      'Content-Security-Policy': csp,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    };
    return new Response(new Uint8Array(readFileSync(path)), { headers });
  });
  ui.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  ui.setPermissionCheckHandler(() => false);
  ui.on('will-download', (event) => event.preventDefault());
  ui.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwnUrl(url, devServer) }));
  return ui;
}

export function isOwnUrl(url: string, devServer: string | null): boolean {
  if (url.startsWith(`${APP_ORIGIN}/`) || /^(data|blob|devtools):/.test(url)) return true;
  if (devServer === null) return false;
  return url.startsWith(`${devServer}/`) || url.startsWith(`${devServer.replace(/^http/, 'ws')}/`);
}

function filesBelow(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [`/${relative(folder, path).split(sep).join('/')}`, path];
    }),
  );
}
