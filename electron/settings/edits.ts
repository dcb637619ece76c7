/**
 * Each edit of the settings document as people make it on the screen: what is not named stays as it was
 * written, also fields that no screen knows. Pure.
 */
import type { Scope } from '../contract/scope.ts';
import type { DecidedPreferences, Organisation, Pass, SettingsDocument } from './schema.ts';

/** What a screen may change. SECURITY: `endpoints`, `capture` and `caFile` are decided by hand or managed only. */
export type OrganisationChange = Partial<
  Pick<Organisation, 'name' | 'signInUrl' | 'region' | 'browser' | 'keepSignedIn'>
>;

/** `durationSeconds` null: no ceiling of its own; `awsProfile` null: none. */
export interface PassChange {
  label?: string | undefined;
  region?: string | undefined;
  durationSeconds?: number | null | undefined;
  scope?: Scope | undefined;
  awsProfile?: string | null | undefined;
  guarded?: boolean | undefined;
}

export type Edit = (document: SettingsDocument) => SettingsDocument;

export const addOrganisations =
  (added: readonly Organisation[]): Edit =>
  (document) => ({ ...document, organisations: [...(document.organisations ?? []), ...added] });

export const changeOrganisation =
  (id: string, change: OrganisationChange): Edit =>
  (document) => ({
    ...document,
    organisations: (document.organisations ?? []).map((each) =>
      each.id === id ? { ...each, ...change } : each,
    ),
  });

/** Takes the organisation's passes along: without it they could never be signed in to. */
export const dropOrganisation =
  (id: string): Edit =>
  (document) => ({
    ...document,
    ...(document.organisations && { organisations: document.organisations.filter((each) => each.id !== id) }),
    ...(document.passes && { passes: document.passes.filter((pass) => pass.organisation !== id) }),
  });

export const addPasses =
  (added: readonly Pass[]): Edit =>
  (document) => ({ ...document, passes: [...(document.passes ?? []), ...added] });

export const changePassIn =
  (id: string, change: PassChange): Edit =>
  (document) => ({
    ...document,
    passes: (document.passes ?? []).map((pass) => (pass.id === id ? changedPass(pass, change) : pass)),
  });

export const dropPass =
  (id: string): Edit =>
  (document) => ({ ...document, passes: (document.passes ?? []).filter((pass) => pass.id !== id) });

export const changePreferences =
  (change: DecidedPreferences): Edit =>
  (document) => ({ ...document, preferences: { ...document.preferences, ...change } });

export function changedPass<
  T extends Pick<Pass, 'label' | 'region' | 'durationSeconds' | 'scope' | 'awsProfile' | 'guarded'>,
>(pass: T, change: PassChange): T {
  const { label = pass.label, region = pass.region, durationSeconds, scope, awsProfile } = change;
  const { durationSeconds: ceilingBefore, awsProfile: profileBefore, guarded: guardBefore, ...rest } = pass;
  const guarded = change.guarded ?? guardBefore ?? false;
  const ceiling = durationSeconds === undefined ? ceilingBefore : (durationSeconds ?? undefined);
  const profile = awsProfile === undefined ? profileBefore : (awsProfile ?? undefined);
  // The type says that the rest is T again once these three are back in their places.
  return {
    ...rest,
    label,
    region,
    ...(ceiling !== undefined && { durationSeconds: ceiling }),
    ...(scope !== undefined && { scope }),
    ...(profile !== undefined && { awsProfile: profile }),
    ...(guarded && { guarded }),
  } as T;
}

/** `Corp Ltd.` → `corp-ltd`, and `corp-ltd-2` when that is taken. */
export function freeId(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  const base = plain || 'organisation';
  // The demo organisation's own name is never given away.
  const used = new Set([...taken, 'demo']);
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!used.has(id)) return id;
  }
}

/** Those that are named first, in that order; the others stay behind them as they were. */
export function inOrder<T extends { id: string }>(things: readonly T[], order: readonly string[]): T[] {
  const place = new Map(order.map((id, index) => [id, index]));
  const at = ({ id }: T) => place.get(id) ?? order.length;
  return [...things].sort((a, b) => at(a) - at(b));
}
