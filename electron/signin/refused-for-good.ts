/**
 * Remembers what STS refused for good of an assertion, so that it is not sent for that again. Pure.
 * SECURITY: holds the assertion weakly; it is gone when the sign-in lets go of it.
 */
import type { FailureCode } from '../contract/failure.ts';
import { AppError } from '../lib/app-error.ts';
import type { Assertion } from './assertion.ts';

interface Asked {
  assertion: Assertion;
  roleArn: string;
  providerArn: string;
}

/** Not believed by one account's provider; another account may hold newer metadata. */
const aboutTheProvider: readonly FailureCode[] = [
  'sts-assertion-refused',
  'sts-provider-unknown',
  'sts-issuer-unknown',
  'sts-signature-refused',
  'sts-audience-refused',
];
/** The answer itself: nobody will take it. */
const aboutTheAnswer: readonly FailureCode[] = [
  'sts-assertion-expired',
  'sts-idp-rejected',
  'sts-session-name-missing',
  'sts-session-name-refused',
  'sts-source-identity-refused',
  'sts-tags-refused',
];
const aboutTheRole: readonly FailureCode[] = [
  'sts-role-refused',
  'sts-tagging-refused',
  'sts-duration-refused',
  'sts-request-refused',
];

/** What of the assertion is refused by a code; null: only what was asked beside it, such as a policy. */
function scopeOf(code: FailureCode, { roleArn, providerArn }: Asked): string | null {
  if (aboutTheAnswer.includes(code)) return 'all';
  if (aboutTheProvider.includes(code)) return providerArn;
  return aboutTheRole.includes(code) ? roleArn : null;
}

export function createRefusals() {
  const refusals = new WeakMap<Assertion, Map<string, AppError>>();
  return {
    /** Throws the refusal that was given already. */
    check({ assertion, roleArn, providerArn }: Asked): void {
      const given = refusals.get(assertion);
      const refusal = given?.get('all') ?? given?.get(providerArn) ?? given?.get(roleArn);
      if (refusal) throw new AppError(refusal.code, { ...refusal.details, subject: roleArn });
    },
    note(asked: Asked, error: unknown): void {
      const scope = error instanceof AppError ? scopeOf(error.code, asked) : null;
      if (scope === null || !(error instanceof AppError)) return;
      refusals.set(asked.assertion, new Map(refusals.get(asked.assertion)).set(scope, error));
    },
  };
}
