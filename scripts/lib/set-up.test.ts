// Small decisions of the set-up: cache folder, Node's version, npm, a remembered failure.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder } from './cache.mjs';
import { failedLately } from './official-electron.mjs';
import { nodeIsNewEnough, npmCommand } from './repository.mjs';

describe('the cache folder', () => {
  it.each([
    ['linux', {}, '/h/.cache/daypass'],
    ['linux', { XDG_CACHE_HOME: '/c' }, '/c/daypass'],
    ['linux', { XDG_CACHE_HOME: 'relative' }, '/h/.cache/daypass'],
    ['darwin', { XDG_CACHE_HOME: '/c' }, '/h/Library/Caches/daypass'],
  ] as const)('on %s with %o is %s', (platform, env, folder) => {
    expect(cacheFolder({ platform, env, home: '/h' })).toBe(folder);
  });
});

describe("Node's version", () => {
  it.each([
    ['20.19.0', true],
    ['20.20.2', true],
    ['22.0.0', true],
    ['20.18.3', false],
    ['18.20.0', false],
  ])('%s is new enough: %s', (version, good) => {
    expect(nodeIsNewEnough(version)).toBe(good);
  });
});

describe('npm', () => {
  it('is the one that started us', () => {
    const npm = npmCommand({ npm_execpath: '/n/npm-cli.js' });
    expect(npm).toEqual({ command: process.execPath, args: ['/n/npm-cli.js'], shell: false });
  });

  it('is the one on the path when another tool or nobody started us', () => {
    expect(npmCommand({ npm_execpath: '/n/yarn.js' }).command).toBe('npm');
    expect(npmCommand({}).command).toBe('npm');
  });
});

describe('a failed fetch', () => {
  const hour = 60 * 60 * 1000;
  it.each([
    ['counts for an hour', '{"at":1000,"mirror":""}', 1000 + hour - 1, true],
    ['is forgotten then', '{"at":1000,"mirror":""}', 1000 + hour, false],
    ['from the future counts for nothing', '{"at":1000,"mirror":""}', 999, false],
    ['at another host counts for nothing', '{"at":1000,"mirror":"https://m"}', 1000, false],
    ['with a broken note counts for nothing', '{', 1000, false],
  ])('%s', (_, note, now, counts) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'daypass-note-'));
    const file = path.join(folder, 'note.json');
    writeFileSync(file, note);
    expect(failedLately(file, '', now)).toBe(counts);
    expect(failedLately(path.join(folder, 'none'), '', now)).toBe(false);
    rmSync(folder, { recursive: true });
  });
});
