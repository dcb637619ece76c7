/** A role offer taken up: which pass keeps it, and what the app's memory becomes by that. Pure. */
import type { Scope } from '../contract/scope.ts';
import { AppError } from '../lib/app-error.ts';
import type { RoleOffer } from '../signin/assertion.ts';
import { changedPass } from './edits.ts';
import { passOf } from './pass-of.ts';
import { MOST_LEARNED_PASSES, type Organisation, type Pass, type State } from './schema.ts';

export interface ScopedOffer extends RoleOffer {
  scope: Scope;
}

interface Kept {
  pass: Pass;
  /** Null when nothing is new. */
  change: Pick<State, 'passes' | 'wanted'> | null;
}

/** Throws `too-many-passes` instead of making a memory that could not be read again. */
export function keptPass(
  organisation: Organisation,
  offer: ScopedOffer,
  passes: readonly Pass[],
  state: Pick<State, 'passes' | 'wanted'>,
): Kept {
  const same = passes.find(
    (pass) =>
      pass.organisation === organisation.id &&
      pass.roleArn === offer.roleArn &&
      (pass.scope ?? 'full') === offer.scope,
  );
  if (same?.providerArn === offer.providerArn) return { pass: same, change: null };
  const pass = same
    ? { ...same, providerArn: offer.providerArn }
    : newPass(organisation, offer, passes, state);
  const others = state.passes.filter(({ id }) => id !== pass.id);
  if (others.length >= MOST_LEARNED_PASSES)
    throw new AppError('too-many-passes', { retry: 'never', subject: String(MOST_LEARNED_PASSES) });
  return {
    pass,
    change: {
      passes: [...others, pass],
      wanted: state.wanted.filter(({ roleArn }) => roleArn !== offer.roleArn),
    },
  };
}

/** With the label, region and length that an import gave to this role. */
function newPass(
  organisation: Organisation,
  offer: ScopedOffer,
  passes: readonly Pass[],
  { wanted }: Pick<State, 'wanted'>,
): Pass {
  const pass = passOf(organisation, offer, passes, offer.scope);
  const wish = wanted.find(({ roleArn }) => roleArn === offer.roleArn);
  return wish ? changedPass(pass, wish) : pass;
}
