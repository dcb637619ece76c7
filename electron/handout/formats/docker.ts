/**
 * Lines for bash or zsh that end in a `docker run` to be completed. Pure. SECURITY: the command carries names
 * only; a value in it could be read from the list of processes.
 */
import type { Variable } from './handed-out.ts';
import { shellLines } from './shell-lines.ts';

export function dockerLines(variables: readonly Variable[], unset: readonly string[]): string {
  const names = variables.map(([name]) => `-e ${name}`).join(' ');
  // No line end: the image and its command are still to come.
  return `${shellLines(variables, unset, 'bash')} docker run --rm ${names} `;
}
