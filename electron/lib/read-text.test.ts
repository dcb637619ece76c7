import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readTextFile } from './read-text.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-read-'));
  file = join(folder, 'file');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('a text comes as it is, without a byte order mark', () => {
  writeFileSync(file, '\ufeff[default]\r\nurl = Zoë\r\n');
  expect(readTextFile(file, 100)).toBe('[default]\r\nurl = Zoë\r\n');
});

it('no file is no text', () => {
  expect(readTextFile(file, 100)).toBeNull();
});

it.each([
  ['too large', () => writeFileSync(file, 'x'.repeat(101)), 'is larger than 100 bytes'],
  ['no UTF-8', () => writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00])), 'is not UTF-8 text'],
])('%s is said', (_what, make, reason) => {
  make();
  expect(() => readTextFile(file, 100)).toThrow(reason);
});

it('a folder is no text', () => {
  expect(() => readTextFile(folder, 100_000)).toThrow();
});

it.skipIf(process.platform === 'win32')('a pipe that nobody writes to is refused, not waited for', () => {
  execFileSync('mkfifo', [file]);
  expect(() => readTextFile(file, 100)).toThrow('is not a regular file');
});

it.skipIf(process.platform === 'win32')('a device without an end is refused', () => {
  expect(() => readTextFile('/dev/zero', 100)).toThrow('is not a regular file');
});
