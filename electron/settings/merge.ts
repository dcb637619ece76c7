/**
 * The person's settings and the administrator's, put together: organisations and passes by id, managed ones
 * whole; preferences and account names key by key. Pure.
 */
import {
  DEFAULT_PREFERENCES,
  type DecidedPreferences,
  type Organisation,
  type Pass,
  type Preferences,
  type Settings,
} from './schema.ts';

export interface MergedSettings {
  organisations: readonly Organisation[];
  passes: readonly Pass[];
  preferences: Preferences;
  accounts: Settings['accounts'];
  /** What nobody but the administrator can change. */
  locked: {
    organisations: ReadonlySet<string>;
    passes: ReadonlySet<string>;
    preferences: readonly (keyof Preferences)[];
  };
}

export function mergeSettings(own: Settings, managed: Settings | null): MergedSettings {
  const theirs = managed ?? { organisations: [], passes: [], preferences: {}, accounts: {} };
  return {
    organisations: mergeById(own.organisations, theirs.organisations),
    passes: mergeById(own.passes, theirs.passes),
    preferences: { ...DEFAULT_PREFERENCES, ...decided(own.preferences), ...decided(theirs.preferences) },
    accounts: { ...own.accounts, ...theirs.accounts },
    locked: {
      organisations: idsOf(theirs.organisations),
      passes: idsOf(theirs.passes),
      preferences: Object.keys(decided(theirs.preferences)) as (keyof Preferences)[],
    },
  };
}

/** A managed thing takes the place of the person's own of that id; the others of the administrator come first. */
function mergeById<T extends { id: string }>(own: readonly T[], managed: readonly T[]): T[] {
  const theirs = new Map(managed.map((thing) => [thing.id, thing]));
  const mine = new Set(own.map(({ id }) => id));
  return [...managed.filter(({ id }) => !mine.has(id)), ...own.map((thing) => theirs.get(thing.id) ?? thing)];
}

const idsOf = (things: readonly { id: string }[]): ReadonlySet<string> => new Set(things.map(({ id }) => id));

/** Without keys that hold nothing, so that spreading them takes nothing away. */
function decided(preferences: DecidedPreferences): Partial<Preferences> {
  return Object.fromEntries(Object.entries(preferences).filter(([, value]) => value !== undefined));
}
