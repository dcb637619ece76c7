/** Lines for bash, zsh and any other POSIX shell (POSIX 2.2.2: nothing has a meaning in single quotes). Pure. */
import type { ShellWriter } from './shell-writer.ts';

// The space keeps the lines out of the history where the person has set that up; likewise in fish and Nushell.
export const posix: ShellWriter = {
  newline: '\n',
  unset: (names) => [` unset ${names.join(' ')}`],
  set: (variables) => variables.map(([name, value]) => ` export ${name}='${value.replaceAll("'", `'\\''`)}'`),
};
