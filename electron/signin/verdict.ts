/** How one sign-in ended, decided once: by an answer or a failure, whichever comes first. Pure. */
import { AppError } from '../lib/app-error.ts';

export interface Verdict {
  answer: Promise<string>;
  take(saml: string): void;
  fail(error: unknown): void;
  isOpen(): boolean;
}

export function createVerdict(): Verdict {
  let isOpen = true;
  let resolve = (_saml: string) => {};
  let reject = (_error: Error) => {};
  const answer = new Promise<string>((toResolve, toReject) => {
    resolve = toResolve;
    reject = toReject;
  });
  return {
    answer,
    isOpen: () => isOpen,
    take: (saml) => {
      isOpen = false;
      resolve(saml);
    },
    fail: (error) => {
      isOpen = false;
      reject(error instanceof AppError ? error : new AppError('internal', { cause: error }));
    },
  };
}
