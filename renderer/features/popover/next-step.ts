/** What a pass needs next, and which passes a search leaves. Pure. */
import type { PassView } from '../../../electron/contract/snapshot.ts';
import type { Phase } from '../../../electron/contract/time.ts';

export type NextStep = 'browse' | 'renew' | 'signIn';

export function nextStep(phase: Phase): NextStep {
  if (phase === 'active') return 'browse';
  return phase === 'endingSoon' ? 'renew' : 'signIn';
}

/** From this many passes on there is a search. */
export const searchFrom = 9;

export function foundPasses(passes: readonly PassView[], search: string): PassView[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return passes.filter((pass) => {
    const text =
      `${pass.label} ${pass.accountName ?? ''} ${pass.accountId} ${pass.rolePath}${pass.roleName}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** `Larkfield` or `2 organisations`, and `3 of 4 passes active`. */
export function popoverWords(organisations: readonly { name: string }[], phases: readonly Phase[]) {
  const [first] = organisations;
  const title = organisations.length === 1 && first ? first.name : 'Passes';
  const live = phases.filter((phase) => phase === 'active' || phase === 'endingSoon').length;
  const under =
    phases.length === 0
      ? ''
      : `${live} of ${phases.length} ${phases.length === 1 ? 'pass' : 'passes'} active`;
  return { title, under };
}
