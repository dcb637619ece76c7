import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findProgram } from './find-program.ts';
import { shadowsInHome } from './start-up-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-find-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('a program is found where the PATH comes to it first, and only if it can be run', () => {
  const [first, second] = ['a', 'b'].map((name) => join(folder, name));
  for (const each of [first, second]) {
    mkdirSync(String(each));
    writeFileSync(join(String(each), 'aws'), '', { mode: 0o755 });
  }
  chmodSync(join(String(first), 'aws'), 0o644);
  mkdirSync(join(folder, 'daypass-test-tool'));
  const path = [first, second, folder].join(':');
  expect(findProgram('aws', path, 'linux')).toBe(join(String(second), 'aws'));
  expect(findProgram('daypass-test-tool', path, 'linux')).toBeNull();
  expect(findProgram('daypass-test-tool', undefined, 'linux')).toBeNull();
});

it('start-up files are read as far as they are there', () => {
  writeFileSync(join(folder, '.zshrc'), '\nexport AWS_PROFILE=old\n');
  mkdirSync(join(folder, '.config', 'fish'), { recursive: true });
  writeFileSync(join(folder, '.config', 'fish', 'config.fish'), 'set -gx AWS_ACCESS_KEY_ID AKIA\n');
  writeFileSync(join(folder, '.bashrc'), `export AWS_PROFILE=x\n${'#'.repeat(1_000_001)}`);
  expect(shadowsInHome(folder)).toEqual([
    { name: 'AWS_PROFILE', line: 2, file: '~/.zshrc' },
    { name: 'AWS_ACCESS_KEY_ID', line: 1, file: '~/.config/fish/config.fish' },
  ]);
});
