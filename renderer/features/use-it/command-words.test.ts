import { expect, test } from 'vitest';
import type { Shell } from '../../../electron/contract/copy-format.ts';
import { passView } from '../../../electron/contract/snapshot.test-parts.ts';
import { execLine, passWord, pathLine, profileLine } from './command-words.ts';

const unix = { path: '/home/ada/.daypass/bin/daypass', onPath: false };
const windows = { path: 'C:\\Users\\Ada Byron\\.daypass\\bin\\daypass.cmd', onPath: false };

test.each<[Shell, string]>([
  ['bash', '~/.daypass/bin/daypass exec reports -- aws s3 ls'],
  ['fish', '~/.daypass/bin/daypass exec reports -- aws s3 ls'],
  ['nushell', '~/.daypass/bin/daypass exec reports -- aws s3 ls'],
  ['powershell', '& "$HOME/.daypass/bin/daypass" exec reports -- aws s3 ls'],
])('the whole path stands in front where the name alone is not found: %s', (shell, line) => {
  expect(execLine(unix, 'reports', shell)).toBe(line);
});

test.each<[Shell, string]>([
  ['powershell', '& "$HOME\\.daypass\\bin\\daypass.cmd" exec reports -- aws s3 ls'],
  ['cmd', '"%USERPROFILE%\\.daypass\\bin\\daypass.cmd" exec reports -- aws s3 ls'],
  ['bash', '~/.daypass/bin/daypass.cmd exec reports -- aws s3 ls'],
])('on Windows the shell’s own word for the home folder stands for one with a space: %s', (shell, line) => {
  expect(execLine(windows, 'reports', shell)).toBe(line);
});

test('the name alone where it is found, also that of a moved data folder', () => {
  expect(execLine({ ...windows, onPath: true }, 'reports', 'cmd')).toBe('daypass exec reports -- aws s3 ls');
  const moved = { path: '/home/ada/.daypass/bin/daypass-1f2e3d4c', onPath: true };
  expect(execLine(moved, 'reports', 'bash')).toBe('daypass-1f2e3d4c exec reports -- aws s3 ls');
});

test.each([
  ['Reports', [], 'Reports'],
  ['Reports (prod)', [], 'p1'],
  ['-x', [], 'p1'],
  ['报表', [], 'p1'],
  ['Reports', [passView({ id: 'p2', label: 'reports' })], 'p1'],
  ['Reports', [passView({ id: 'reports', label: 'Other' })], 'p1'],
])('%s beside %j is named %s', (label, others, word) => {
  const pass = passView({ id: 'p1', label });
  expect(passWord(pass, [pass, ...others])).toBe(word);
});

test.each<[Shell, string, string]>([
  ['bash', 'export PATH="$HOME/.daypass/bin:$PATH"', "export AWS_PROFILE='reports'"],
  ['fish', 'fish_add_path ~/.daypass/bin', "set -gx AWS_PROFILE 'reports'"],
  ['cmd', 'set "PATH=%USERPROFILE%\\.daypass\\bin;%PATH%"', 'set "AWS_PROFILE=reports"'],
])('%s has a line for the path and one for the profile', (shell, path, profile) => {
  expect(pathLine(shell, 'linux').line).toBe(path);
  expect(profileLine('reports', shell)).toBe(profile);
});

test('PowerShell parts folders as its system does', () => {
  expect(pathLine('powershell', 'win32').line).toBe('$Env:Path = "$HOME\\.daypass\\bin;$Env:Path"');
  expect(pathLine('powershell', 'linux').line).toBe('$Env:PATH = "$HOME/.daypass/bin:$Env:PATH"');
});
