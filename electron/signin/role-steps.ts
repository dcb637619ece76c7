/** What follows from the roles an answer offers: passes to take, roles to keep, or a question. Pure. */
import type { Failure } from '../contract/failure.ts';
import { AppError } from '../lib/app-error.ts';
import type { Pass } from '../settings/schema.ts';
import type { RoleOffer } from './assertion.ts';

export interface RoleWishes {
  /** Ask although passes are pinned. */
  choose: boolean;
  /** Passes to renew without a person, who then can't be asked; null: a person is there. */
  renew: readonly string[] | null;
}

export type RoleStep =
  | { kind: 'take'; passes: readonly Pass[] }
  | { kind: 'keep'; offers: readonly RoleOffer[] }
  | { kind: 'ask' };

/** `pinned`: the passes of the organisation. */
export function stepFor(
  offers: readonly RoleOffer[],
  pinned: readonly Pass[],
  { choose, renew }: RoleWishes,
): RoleStep {
  const offered = pinned.filter((pass) => isOffered(pass, offers));
  if (renew !== null) {
    const passes = offered.filter(({ id }) => renew.includes(id));
    if (passes.length === 0) throw new AppError('role-not-offered', { retry: 'never' });
    return { kind: 'take', passes };
  }
  if (offered.length > 0 && !choose) return { kind: 'take', passes: offered };
  return pinned.length === 0 && offers.length === 1 ? { kind: 'keep', offers } : { kind: 'ask' };
}

/** Why each pinned pass that is offered no more can't be taken. */
export function goneRoles(offers: readonly RoleOffer[], pinned: readonly Pass[]): [Pass, Failure][] {
  return pinned
    .filter((pass) => !isOffered(pass, offers))
    .map((pass) => [pass, { code: 'role-not-offered', retry: 'never', subject: pass.roleArn }]);
}

function isOffered(pass: Pass, offers: readonly RoleOffer[]): boolean {
  return offers.some((offer) => offer.roleArn === pass.roleArn);
}
