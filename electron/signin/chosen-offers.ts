/** What a person chose in the picker: held against what was offered, and kept as passes. */
import type { Scope } from '../contract/scope.ts';
import { AppError } from '../lib/app-error.ts';
import type { Organisation, Pass } from '../settings/schema.ts';
import type { SettingsService } from '../settings/service.ts';
import type { RoleOffer } from './assertion.ts';

/** Without a scope: as the role is kept already, or in full. */
export interface ChosenOffer extends RoleOffer {
  scope?: Scope | undefined;
}

/** Throws unless everything chosen was offered, each role once in each scope. */
export function checkChosen(offered: readonly RoleOffer[], chosen: readonly ChosenOffer[]): void {
  const known = new Set(offered.map(nameOf));
  const distinct = new Set(chosen.map((offer) => `${nameOf(offer)} ${offer.scope ?? ''}`));
  if (distinct.size !== chosen.length || !chosen.every((offer) => known.has(nameOf(offer))))
    throw new AppError('role-not-offered', { retry: 'never' });
}

/** SECURITY: a role kept read-only is not kept in full as well by choosing it once more. */
export function keepChosen(
  settings: Pick<SettingsService, 'passes' | 'keep'>,
  organisation: Organisation,
  chosen: readonly ChosenOffer[],
): Pass[] {
  const passes = chosen.flatMap(({ roleArn, providerArn, scope }) => {
    const kept = settings
      .passes()
      .filter((pass) => pass.organisation === organisation.id && pass.roleArn === roleArn)
      .map((pass) => pass.scope ?? 'full');
    const scopes = scope !== undefined ? [scope] : kept.length > 0 ? kept : (['full'] as const);
    return scopes.map((each) => settings.keep(organisation, { roleArn, providerArn }, each));
  });
  return [...new Map(passes.map((pass) => [pass.id, pass])).values()];
}

function nameOf({ roleArn, providerArn }: RoleOffer): string {
  return `${roleArn} ${providerArn}`;
}
