/** Sessions to hand out, and real shells that read what was written for them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nushellHere } from '../../../scripts/lib/nushell.mjs';
import type { Shell } from '../../contract/copy-format.ts';
import type { NamedSession } from './handed-out.ts';

export const plain: NamedSession = {
  label: 'Reports',
  accountId: '111122223333',
  accessKeyId: 'ASIAEXAMPLE',
  secretAccessKey: 'abc/def+ghi=',
  sessionToken: 'FwoG//token==',
  region: 'eu-west-1',
  expiresAt: Date.UTC(2026, 9, 2, 16, 42, 5, 678),
  s3Endpoint: undefined,
};
/** No credential looks like this; a shell must take it as it is all the same. */
export const hostile: NamedSession = {
  ...plain,
  secretAccessKey: `it's $HOME "quoted" \`id\` \\ back; & | end !! %PATH%`,
  sessionToken: "';echo broken;'",
};

export interface RealShell {
  name: string;
  shell: Shell;
  command: string;
  args: readonly string[];
}

/** Nushell is brought by `npm test`; where it can't be, it is left out and said in the test's name. */
export const nushell = nushellHere();
export const realShells: readonly RealShell[] = [
  { name: 'bash', shell: 'bash', command: 'bash', args: ['--norc', '-c'] },
  { name: 'zsh', shell: 'bash', command: 'zsh', args: ['-f', '-c'] },
  { name: 'dash', shell: 'bash', command: 'dash', args: ['-c'] },
  { name: 'fish', shell: 'fish', command: 'fish', args: ['--no-config', '-c'] },
  ...(nushell
    ? [{ name: 'Nushell', shell: 'nushell', command: nushell, args: ['--no-config-file', '-c'] } as const]
    : []),
];

/** The environment of a program that is started after the lines; `given` was there before. */
export function environmentAfter(
  { shell, command, args }: RealShell,
  lines: string,
  given: Record<string, string> = {},
): Record<string, string> {
  const call = `${shell === 'nushell' ? '^' : ''}'${process.execPath}'`;
  const script = `${lines}\n${call} -e 'process.stdout.write(JSON.stringify(process.env))'`;
  // Some make folders at home on their first start.
  const home = mkdtempSync(join(tmpdir(), 'daypass-shell-'));
  try {
    const env = { PATH: process.env.PATH, HOME: home, LC_ALL: 'C.UTF-8', ...given };
    const output = execFileSync(command, [...args, script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    return JSON.parse(output.toString()) as Record<string, string>;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
