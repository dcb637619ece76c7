/**
 * What people edit on the screen, put where it belongs: decided things into `settings.json`, learned ones into
 * the app's memory, order beside them. Refuses what the administrator has locked.
 */
import { AppError } from '../lib/app-error.ts';
import {
  addOrganisations,
  addPasses,
  changedPass,
  changeOrganisation,
  changePassIn,
  changePreferences,
  dropOrganisation,
  dropPass,
  type Edit,
  freeId,
  type OrganisationChange,
  type PassChange,
} from './edits.ts';
import type { MergedSettings } from './merge.ts';
import { withoutPlacesOf } from './places.ts';
import type { DecidedPreferences, Organisation, Pass, Settings, State, WantedRole } from './schema.ts';
import type { SettingsFile } from './settings-file.ts';

export interface SettingsEditor {
  /** Answers its id. */
  addOrganisation(draft: Pick<Organisation, 'name' | 'signInUrl' | 'region'>): string;
  editOrganisation(id: string, change: OrganisationChange): void;
  /** Its passes go with it. */
  removeOrganisation(id: string): void;
  editPass(id: string, change: PassChange): void;
  removePass(id: string): void;
  setPreferences(change: DecidedPreferences): void;
  reorder(kind: 'organisations' | 'passes', ids: readonly string[]): void;
  /** Everything of an import that was looked through and agreed to. */
  bringIn(taken: Taken): void;
}

export interface Taken {
  organisations: readonly Organisation[];
  passes: readonly Pass[];
  roles: readonly WantedRole[];
}

interface Parts {
  file: SettingsFile;
  own: () => Settings;
  merged: () => MergedSettings;
  organisations: () => readonly Organisation[];
  passes: () => readonly Pass[];
  isDemo: (id: string) => boolean;
  state: () => State;
  change: (next: Partial<State>) => void;
  take: (next: Settings) => void;
  reload: () => void;
}

export function createEditor({
  file,
  own,
  merged,
  state,
  change,
  take,
  reload,
  ...read
}: Parts): SettingsEditor {
  /** An edit by hand that came between is read at once, so that the person sees what they edit next. */
  const edit = (how: Edit) => {
    try {
      take(file.edit(how));
    } catch (error) {
      if (error instanceof AppError && error.code === 'settings-changed') reload();
      throw error;
    }
  };
  const free = (kind: 'organisations' | 'passes', id: string, known: boolean, missing: AppError['code']) => {
    if (merged().locked[kind].has(id)) throw new AppError('settings-locked', { retry: 'never', subject: id });
    if (!known) throw new AppError(missing, { retry: 'never', subject: id });
  };
  const freeOrganisation = (id: string) =>
    free(
      'organisations',
      id,
      own().organisations.some((each) => each.id === id),
      'unknown-organisation',
    );
  const freePass = (id: string) => {
    const known = read.passes().some((pass) => pass.id === id);
    free('passes', id, known, 'unknown-pass');
    return own().passes.some((pass) => pass.id === id) ? 'decided' : 'learned';
  };

  return {
    addOrganisation(draft) {
      const taken = [...read.organisations(), ...own().organisations].map((organisation) => organisation.id);
      const id = freeId(draft.name, taken);
      edit(addOrganisations([{ id, ...draft }]));
      return id;
    },
    editOrganisation(id, how) {
      freeOrganisation(id);
      edit(changeOrganisation(id, how));
    },
    removeOrganisation(id) {
      const gone = new Set(read.passes().flatMap((pass) => (pass.organisation === id ? pass.id : [])));
      const passes = state().passes.filter((pass) => pass.organisation !== id);
      const places = withoutPlacesOf(state(), (pass) => gone.has(pass));
      // The demo organisation stands in no file, and is not begun again at the next start.
      if (read.isDemo(id)) return change({ passes, ...places, demo: false });
      freeOrganisation(id);
      edit(dropOrganisation(id));
      change({ passes, ...places });
    },
    editPass(id, how) {
      if (freePass(id) === 'decided') return edit(changePassIn(id, how));
      change({ passes: state().passes.map((pass) => (pass.id === id ? changedPass(pass, how) : pass)) });
    },
    removePass(id) {
      if (freePass(id) === 'decided') edit(dropPass(id));
      const passes = state().passes.filter((pass) => pass.id !== id);
      change({ passes, ...withoutPlacesOf(state(), (pass) => pass === id) });
    },
    setPreferences(how) {
      const locked = merged().locked.preferences.find((name) => how[name] !== undefined);
      if (locked) throw new AppError('settings-locked', { retry: 'never', subject: locked });
      edit(changePreferences(how));
    },
    reorder(kind, ids) {
      change({ order: { ...state().order, [kind]: [...new Set(ids)] } });
    },
    bringIn({ organisations, passes, roles }) {
      if (organisations.length + passes.length > 0)
        edit((document) => addPasses(passes)(addOrganisations(organisations)(document)));
      const known = new Set(roles.map(({ roleArn }) => roleArn));
      if (roles.length > 0)
        change({ wanted: [...state().wanted.filter(({ roleArn }) => !known.has(roleArn)), ...roles] });
    },
  };
}
