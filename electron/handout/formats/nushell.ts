/** Lines for Nushell ("Working with strings": in double quotes `\` escapes, and nothing is put in). Pure. */
import type { ShellWriter } from './shell-writer.ts';

export const nushell: ShellWriter = {
  newline: '\n',
  unset: (names) => [` hide-env --ignore-errors ${names.join(' ')}`],
  set: (variables) => {
    const fields = variables.map(([name, value]) => `${name}: "${value.replace(/[\\"]/g, '\\$&')}"`);
    return [` load-env {${fields.join(', ')}}`];
  },
};
