/** Which schemes of addresses may be listed as a program's own. Pure. */

/** SECURITY: what a browser, the system's shell or a script host opens is no program of a sign-in. */
const neverPrograms = [
  'http',
  'https',
  'ws',
  'wss',
  'ftp',
  'file',
  'data',
  'blob',
  'about',
  'javascript',
  'vbscript',
  'view-source',
  'filesystem',
  'chrome',
  'devtools',
  'app',
  'mailto',
  'smb',
  'search-ms',
  'search',
  'shell',
  'ms-msdt',
  'ms-officecmd',
  'ms-appinstaller',
  'ms-settings',
];

export function isProgramScheme(name: string): boolean {
  return /^[a-z][a-z0-9+.-]{1,39}$/.test(name) && !neverPrograms.includes(name);
}

/** The scheme of an address that leads to a program, lower case; null for everything a page may load itself. */
export function programSchemeOf(url: string): string | null {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  return scheme !== undefined && isProgramScheme(scheme) ? scheme : null;
}
