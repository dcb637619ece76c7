// The pinned files of the fall-back runtime, and a folder held against them.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differences, executables, parsePins } from './fallback-pins.mjs';
import { hashText } from './hash.mjs';

const pinsFile = path.join(import.meta.dirname, 'fallback-runtime.sha256');

describe('the pins', () => {
  it('name the runtime, its licences and nothing of the app that carried it', () => {
    const files = [...parsePins(readFileSync(pinsFile, 'utf8')).keys()];
    expect(files).toEqual(expect.arrayContaining(['electron', 'chrome-sandbox', 'LICENSE.electron.txt']));
    expect(files.filter((file) => file.startsWith('resources/'))).toEqual([]);
  });

  it.each([
    '',
    'abc  file',
    `${'a'.repeat(64)} file`,
    `${'a'.repeat(64)}  ../file`,
    `${'a'.repeat(64)}  a b`,
  ])('refuse the line "%s" unless it is empty', (line) => {
    if (line === '') expect(parsePins(line).size).toBe(0);
    else expect(() => parsePins(line)).toThrow('Not a pin');
  });

  it.each([
    ['electron', true],
    ['libvulkan.so.1', true],
    ['libEGL.so', true],
    ['resources.pak', false],
    ['icudtl.dat', false],
  ])('know whether %s is run: %s', (file, run) => {
    expect(executables.test(file)).toBe(run);
  });
});

describe('a folder held against the pins', () => {
  const pins = new Map([
    ['electron', hashText('binary')],
    ['locales/en-US.pak', hashText('words')],
  ]);
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'daypass-pins-'));
    mkdirSync(path.join(folder, 'locales'));
    writeFileSync(path.join(folder, 'electron'), 'binary');
    writeFileSync(path.join(folder, 'locales', 'en-US.pak'), 'words');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is right when every file is what was pinned', async () => {
    expect(await differences(folder, pins)).toEqual([]);
  });

  it('is wrong with one byte changed', async () => {
    writeFileSync(path.join(folder, 'electron'), 'binarx');
    expect(await differences(folder, pins)).toEqual(['electron differs']);
  });

  it('is wrong with a file missing', async () => {
    rmSync(path.join(folder, 'electron'));
    expect(await differences(folder, pins)).toEqual(['electron is missing']);
  });

  it('is wrong with a file nobody pinned', async () => {
    writeFileSync(path.join(folder, 'locales', 'extra.so'), '');
    expect(await differences(folder, pins)).toEqual(['locales/extra.so is unknown']);
  });
});
