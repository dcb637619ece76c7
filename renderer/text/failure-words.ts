/** The shape of words for a failure, and how a subject is put into them. Pure. */
import type { FailureCode } from '../../electron/contract/failure.ts';

/** What is so, what it means, and the next step; sentences, in the voice of the product. */
export interface FailureWords {
  title: string;
  body: string;
  next: string;
}

/** `{your company}` is replaced by the failure's subject when it has one. */
export type WordsTable = Partial<Record<FailureCode, readonly [title: string, body: string, next: string]>>;

export function fillSubject(text: string, subject: string | undefined): string {
  const filled = text.replace(/\{([^}]*)\}/g, (_, instead: string) => subject ?? instead);
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}
