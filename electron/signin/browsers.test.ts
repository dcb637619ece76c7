import { describe, expect, it } from 'vitest';
import { browserPlaces, findBrowser, type Surroundings } from './browsers.ts';

const linux: Surroundings = {
  platform: 'linux',
  env: { PATH: '/usr/local/bin:/usr/bin' },
  home: '/home/ada',
};
const mac: Surroundings = { platform: 'darwin', env: {}, home: '/Users/ada' };
const windows: Surroundings = {
  platform: 'win32',
  env: {
    ProgramW6432: 'C:\\Program Files',
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local',
  },
  home: 'C:\\Users\\ada',
};
const found = (where: Surroundings, ...there: string[]) =>
  findBrowser(where, (path) => there.includes(path))?.name ?? null;

describe('the browser that is found', () => {
  it.each([
    ['Chrome', linux, '/usr/bin/google-chrome-stable'],
    ['Chrome', linux, '/usr/local/bin/google-chrome'],
    ['Edge', linux, '/usr/bin/microsoft-edge-stable'],
    ['Brave', linux, '/usr/bin/brave-browser'],
    ['Chromium', linux, '/usr/bin/chromium'],
    ['Chromium', linux, '/usr/bin/chromium-browser'],
    ['Chrome', mac, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['Chrome', mac, '/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['Edge', mac, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    ['Brave', mac, '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser'],
    ['Chromium', mac, '/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['Chrome', windows, 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    ['Chrome', windows, 'C:\\Users\\ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'],
    ['Edge', windows, 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
    ['Brave', windows, 'C:\\Program Files\\BraveSoftware\\Brave-Browser\\Application\\brave.exe'],
    ['Chromium', windows, 'C:\\Users\\ada\\AppData\\Local\\Chromium\\Application\\chrome.exe'],
  ] as const)('is %s at %o%s', (name, where, path) => {
    expect(found(where, path)).toBe(name);
  });

  it('is Chrome before Edge before Brave before Chromium, wherever they stand on the path', () => {
    const all = [
      '/usr/local/bin/chromium',
      '/usr/bin/brave',
      '/usr/bin/microsoft-edge',
      '/usr/bin/google-chrome',
    ];
    expect(all.map((_path, at) => found(linux, ...all.slice(0, at + 1)))).toEqual([
      'Chromium',
      'Brave',
      'Edge',
      'Chrome',
    ]);
  });

  it.each([
    ['no browser', linux, '/usr/bin/firefox'],
    [
      'a snap, whose box can’t hold our profile',
      { ...linux, env: { PATH: '/snap/bin' } },
      '/snap/bin/chromium',
    ],
    ['no path', { ...linux, env: {} }, '/usr/bin/chromium'],
    ['a place relative to wherever we are', { ...linux, env: { PATH: '.:bin' } }, './chromium'],
    ['no folders of Windows', { ...windows, env: {} }, '\\Google\\Chrome\\Application\\chrome.exe'],
  ] as const)('is none when there is %s', (_what, where, path) => {
    expect(found(where, path)).toBeNull();
  });

  it('is looked for once in each place', () => {
    for (const where of [linux, mac, windows]) {
      const places = browserPlaces(where).map(({ executable }) => executable);
      expect(new Set(places).size).toBe(places.length);
    }
  });
});
