/** What the scope of a pass is called, and what it promises. Pure. */
import type { Scope } from '../../electron/contract/scope.ts';

export const readOnlyWords = 'Read-only';

/** Only what AWS enforces, and what it does not. */
export const readOnlyTip =
  'AWS itself refuses writes for this session. What resource policies grant to this very session is not covered.';

export const chainedTip = 'Taken with the session of another role: AWS gives it for an hour at most.';

/** The order that changes it. */
export const switchWords: Record<Scope, string> = {
  'read-only': 'Sign in read-only',
  full: 'Sign in with full scope',
};
