/**
 * Remembers what STS refused for good to an assertion, so that it is never sent for that again. Pure.
 * SECURITY: holds the assertion weakly; it is gone when the sign-in lets go of it.
 */
import type { FailureCode } from '../contract/failure.ts';
import { AppError } from '../lib/app-error.ts';
import type { Assertion } from './assertion.ts';

interface Asked {
  roleArn: string;
  providerArn: string;
}

/** Refusals of what we asked for beside the role, which another pass of the same role need not ask for. */
const aboutTheRequest: readonly FailureCode[] = [
  'sts-policy-too-large',
  'sts-policy-malformed',
  'sts-chain-refused',
  'sts-chain-impossible',
];
/** True for every role there is: time only goes on. */
const aboutTheAssertion: readonly FailureCode[] = ['assertion-expired', 'sts-assertion-expired'];
/** One account's provider does not believe it; another account may hold newer metadata. */
const aboutTheProvider: readonly FailureCode[] = [
  'sts-assertion-refused',
  'sts-provider-unknown',
  'sts-issuer-unknown',
  'sts-signature-refused',
  'sts-audience-refused',
];

export function createRefusals() {
  const refusals = new WeakMap<Assertion, Map<string, AppError>>();
  return {
    /** Throws the refusal that was given already. */
    check(assertion: Assertion, { roleArn, providerArn }: Asked): void {
      const known = refusals.get(assertion);
      const refusal = known?.get('all') ?? known?.get(providerArn) ?? known?.get(roleArn);
      if (refusal) throw refusal;
    },
    note(assertion: Assertion, asked: Asked, error: unknown): void {
      const about = error instanceof AppError ? subjectOf(error, asked) : null;
      if (about === null) return;
      refusals.set(assertion, new Map(refusals.get(assertion)).set(about, error as AppError));
    },
  };
}

function subjectOf({ code, details }: AppError, { roleArn, providerArn }: Asked): string | null {
  if (aboutTheAssertion.includes(code)) return 'all';
  if (aboutTheProvider.includes(code)) return providerArn;
  return details.retry === 'never' && !aboutTheRequest.includes(code) ? roleArn : null;
}
