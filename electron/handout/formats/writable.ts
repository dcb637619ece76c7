/**
 * Which values a format can hold to the letter; any other is refused, never bent. Pure.
 * SECURITY: a value comes from outside and is pasted where a line is a command.
 */
import type { CopyFormat } from '../../contract/copy-format.ts';
import { AppError } from '../../lib/app-error.ts';

/** Line ends, escapes and the like: a terminal acts on them before any shell reads a quote. */
const control = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;
/**
 * Keys, tokens, times, regions and addresses; nothing in it means anything to a reader of files or to cmd. An equals
 * sign at the start or after a colon names a command to zsh.
 */
const plain = /^(?!=)(?!.*:=)[\w/+=.:@,[\]-]*$/;

export function refuseControl(value: string, format: CopyFormat): void {
  if (control.test(value)) throw impossible(format);
}

/** For formats whose readers do not agree on any quoting. */
export function refuseAllButPlain(value: string, format: CopyFormat): void {
  if (!plain.test(value)) throw impossible(format);
}

function impossible(format: CopyFormat): AppError {
  return new AppError('copy-impossible', { retry: 'never', subject: format });
}
