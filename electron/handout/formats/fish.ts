/** Lines for fish ("Quotes": in single quotes only the quote and the backslash are escaped). Pure. */
import type { ShellWriter } from './shell-writer.ts';

export const fish: ShellWriter = {
  newline: '\n',
  unset: (names) => names.map((name) => ` set -e ${name}`),
  set: (variables) =>
    variables.map(([name, value]) => ` set -gx ${name} '${value.replace(/[\\']/g, '\\$&')}'`),
};
