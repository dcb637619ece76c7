/**
 * Remembers which roles STS refused for good to an assertion, so that it is never sent for them again. Pure.
 * SECURITY: holds the assertion weakly; it is gone when the sign-in lets go of it.
 */
import { AppError } from '../lib/app-error.ts';
import type { Assertion } from './assertion.ts';

/** Refusals of what we asked for beside the role, which another pass of the same role need not ask for. */
const aboutTheRequest = [
  'sts-policy-too-large',
  'sts-policy-malformed',
  'sts-chain-refused',
  'sts-chain-impossible',
];

export function createRefusals() {
  const refusals = new WeakMap<Assertion, Map<string, AppError>>();
  return {
    /** Throws the refusal that was given already. */
    check(assertion: Assertion, roleArn: string): void {
      const refusal = refusals.get(assertion)?.get(roleArn);
      if (refusal) throw refusal;
    },
    note(assertion: Assertion, roleArn: string, error: unknown): void {
      if (!(error instanceof AppError) || error.details.retry !== 'never') return;
      if (aboutTheRequest.includes(error.code)) return;
      refusals.set(assertion, new Map(refusals.get(assertion)).set(roleArn, error));
    },
  };
}
