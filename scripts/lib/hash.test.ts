// When a build's inputs count as changed.
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countsForBuild } from './build-app.mjs';
import { filesBelow, hashInputs } from './hash.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'daypass-hash-'));
  mkdirSync(path.join(root, 'electron', 'shell'), { recursive: true });
  writeFileSync(path.join(root, 'electron', 'main.ts'), 'main');
  writeFileSync(path.join(root, 'electron', 'shell', 'tray.ts'), 'tray');
  writeFileSync(path.join(root, 'package.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

const inputs = ['electron', 'package.json', 'renderer'];
const digest = () => hashInputs(root, inputs, countsForBuild);

describe('the digest of a build', () => {
  it('stays when nothing changes', () => {
    expect(digest()).toBe(digest());
  });

  it.each([
    ['a file changes', () => writeFileSync(path.join(root, 'electron', 'main.ts'), 'more')],
    ['a file comes', () => writeFileSync(path.join(root, 'electron', 'new.ts'), '')],
    ['a file goes', () => rmSync(path.join(root, 'electron', 'main.ts'))],
    [
      'a file gets another name',
      () => renameSync(path.join(root, 'electron', 'main.ts'), path.join(root, 'electron', 'm.ts')),
    ],
    [
      'a missing folder comes',
      () => {
        mkdirSync(path.join(root, 'renderer'));
        writeFileSync(path.join(root, 'renderer', 'index.html'), '');
      },
    ],
  ])('changes when %s', (_, change) => {
    const before = digest();
    change();
    expect(digest()).not.toBe(before);
  });

  it('stays when only a test changes', () => {
    const before = digest();
    writeFileSync(path.join(root, 'electron', 'main.test.ts'), 'test');
    expect(digest()).toBe(before);
  });
});

describe('the files below a folder', () => {
  it('come sorted and with forward slashes', () => {
    expect(filesBelow(root)).toEqual(['electron/main.ts', 'electron/shell/tray.ts', 'package.json']);
  });
});
