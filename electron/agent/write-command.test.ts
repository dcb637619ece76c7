import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandPath, credentialProcess } from './command-place.ts';
import { removeCommand, writeCommand } from './write-command.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'daypass-command-'));
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

describe('the daypass command as a file', () => {
  it('is for the person alone, replaced whole, and left alone when it is right', () => {
    const path = join(home, '.daypass', 'bin', 'daypass');
    writeCommand(path, 'one');
    expect(statSync(path).mode & 0o777).toBe(0o700);
    const { ino } = statSync(path);
    writeCommand(path, 'one');
    expect(statSync(path).ino).toBe(ino);
    writeCommand(path, 'two');
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(dirname(path))).toEqual(['daypass']);
  });

  it('leaves no folder behind, unless something of the person’s is in it', () => {
    const path = join(home, '.daypass', 'bin', 'daypass');
    writeCommand(path, 'one');
    removeCommand(path);
    expect(existsSync(join(home, '.daypass'))).toBe(false);
    writeCommand(path, 'one');
    writeFileSync(join(home, '.daypass', 'mine'), '');
    removeCommand(path);
    expect(readdirSync(join(home, '.daypass'))).toEqual(['mine']);
  });

  it('has a name of its own for a moved data folder, so that the installed one stays what it is', () => {
    const at = { platform: 'linux' as const, homeFolder: '/home/me', dataFolder: '/data' };
    expect(commandPath({ ...at, ordinary: true })).toBe('/home/me/.daypass/bin/daypass');
    expect(commandPath({ ...at, ordinary: false })).toMatch(
      /^\/home\/me\/\.daypass\/bin\/daypass-[0-9a-f]{8}$/,
    );
    expect(commandPath({ ...at, platform: 'win32', homeFolder: 'C:\\Users\\Me', ordinary: true })).toBe(
      'C:\\Users\\Me\\.daypass\\bin\\daypass.cmd',
    );
  });

  it.each([
    ['/home/me/.daypass/bin/daypass', '/home/me/.daypass/bin/daypass credentials reports'],
    ['/Users/A B/.daypass/bin/daypass', '"/Users/A B/.daypass/bin/daypass" credentials reports'],
    [
      'C:\\Users\\A B\\.daypass\\bin\\daypass.cmd',
      '"C:\\Users\\A B\\.daypass\\bin\\daypass.cmd" credentials reports',
    ],
  ])('stands in a config file as AWS’s clients read it: %s', (path, line) => {
    expect(credentialProcess(path, 'reports')).toBe(line);
  });
});
