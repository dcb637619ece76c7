/** Variables in a shell's start-up file that would win over a profile. Pure. SECURITY: names and lines, never values. */

/** AWS SDKs take these before they look at a profile, or take another profile. */
const WINNING = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_SECURITY_TOKEN',
  'AWS_PROFILE',
];

export interface Shadow {
  name: string;
  /** From 1. */
  line: number;
}

/** `export NAME=`, `NAME=`, `set -gx NAME`, `setenv NAME`; what only mentions a name sets nothing. */
const SETS = new RegExp(
  `^\\s*(?:export\\s+|declare\\s+-x\\s+|typeset\\s+-x\\s+|setenv\\s+|set\\s+(?:-\\w+\\s+)+)?(${WINNING.join('|')})(?:=|\\s+\\S)`,
);

export function shadowsIn(text: string): Shadow[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const name = SETS.exec(line)?.[1];
    return name === undefined ? [] : [{ name, line: index + 1 }];
  });
}
