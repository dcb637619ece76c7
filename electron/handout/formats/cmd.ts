/**
 * Lines for the prompt of cmd (`set /?`: in quotes around the whole, nothing but `"` and `%` has a meaning). Pure.
 * Neither can be escaped there, so a value that is not plain is refused.
 */
import type { ShellWriter } from './shell-writer.ts';
import { refuseAllButPlain } from './writable.ts';

export const cmd: ShellWriter = {
  newline: '\r\n',
  unset: (names) => names.map((name) => `set "${name}="`),
  set: (variables) =>
    variables.map(([name, value]) => {
      refuseAllButPlain(value, 'cmd');
      return `set "${name}=${value}"`;
    }),
};
