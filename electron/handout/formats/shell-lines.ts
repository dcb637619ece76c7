/** Any variables → lines for one shell. Knows no session. Pure. */
import type { Shell } from '../../contract/copy-format.ts';
import { cmd } from './cmd.ts';
import { fish } from './fish.ts';
import type { Variable } from './handed-out.ts';
import { nushell } from './nushell.ts';
import { posix } from './posix.ts';
import { powershell } from './powershell.ts';
import type { ShellWriter } from './shell-writer.ts';
import { refuseControl } from './writable.ts';

const writers: Readonly<Record<Shell, ShellWriter>> = { bash: posix, fish, powershell, cmd, nushell };

/** Ends with a line end. Throws `copy-impossible` for a value that the shell can't be given to the letter. */
export function shellLines(variables: readonly Variable[], unset: readonly string[], shell: Shell): string {
  for (const [, value] of variables) refuseControl(value, shell);
  const writer = writers[shell];
  const lines = [
    ...(unset.length === 0 ? [] : writer.unset(unset)),
    ...(variables.length === 0 ? [] : writer.set(variables)),
  ];
  return lines.map((line) => line + writer.newline).join('');
}
