/** What a shell's file says: how its lines take variables away and set them. Pure. */
import type { Variable } from './handed-out.ts';

export interface ShellWriter {
  newline: '\n' | '\r\n';
  /** At least one name. */
  unset(names: readonly string[]): string[];
  /** At least one variable; no value holds a control character. */
  set(variables: readonly Variable[]): string[];
}
