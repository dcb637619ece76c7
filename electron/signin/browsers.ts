/**
 * Where Chrome, Edge, Brave and Chromium live on each system, as one table; the first that is there is taken.
 * Pure: is told what exists, asks no registry.
 */
import type { BrowserName } from '../contract/snapshot.ts';

export interface Browser {
  name: BrowserName;
  executable: string;
}

export interface Surroundings {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
}

interface Places {
  name: BrowserName;
  /** Commands looked for on the `PATH`. */
  linux: readonly string[];
  /** Below `Applications`, of the system and of the person. */
  mac: string;
  /** Below `Program Files` (both) and `LocalAppData`. */
  windows: string;
}

/** In the order in which they are taken: what companies manage first. */
const table: readonly Places[] = [
  {
    name: 'Chrome',
    linux: ['google-chrome-stable', 'google-chrome'],
    mac: 'Google Chrome.app/Contents/MacOS/Google Chrome',
    windows: 'Google\\Chrome\\Application\\chrome.exe',
  },
  {
    name: 'Edge',
    linux: ['microsoft-edge-stable', 'microsoft-edge'],
    mac: 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    windows: 'Microsoft\\Edge\\Application\\msedge.exe',
  },
  {
    name: 'Brave',
    linux: ['brave-browser-stable', 'brave-browser', 'brave'],
    mac: 'Brave Browser.app/Contents/MacOS/Brave Browser',
    windows: 'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  },
  {
    name: 'Chromium',
    linux: ['chromium', 'chromium-browser'],
    mac: 'Chromium.app/Contents/MacOS/Chromium',
    windows: 'Chromium\\Application\\chrome.exe',
  },
];

/** Every place where one may be, the most wanted first. */
export function browserPlaces({ platform, env, home }: Surroundings): Browser[] {
  return table.flatMap(({ name, linux, mac, windows }) => {
    if (platform === 'darwin') return below(name, ['/Applications', `${home}/Applications`], '/', mac);
    if (platform === 'win32') return below(name, windowsFolders(env), '\\', windows);
    return pathFolders(env.PATH).flatMap((folder) =>
      linux.flatMap((file) => below(name, [folder], '/', file)),
    );
  });
}

export function findBrowser(where: Surroundings, exists: (path: string) => boolean): Browser | null {
  return browserPlaces(where).find(({ executable }) => exists(executable)) ?? null;
}

/** A browser from a snap can't hold a profile of ours nor our pipe: its box lets it see neither. */
function pathFolders(path: string | undefined): string[] {
  const folders = (path ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return [...new Set(folders)].filter((folder) => !/^(\/var\/lib\/snapd)?\/snap\//.test(`${folder}/`));
}

function windowsFolders(env: Surroundings['env']): string[] {
  const named = [env.ProgramW6432, env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
  return [...new Set(named.flatMap((folder) => folder || []))];
}

function below(name: BrowserName, folders: readonly string[], slash: string, file: string): Browser[] {
  return folders.map((folder) => ({ name, executable: `${folder}${slash}${file}` }));
}
