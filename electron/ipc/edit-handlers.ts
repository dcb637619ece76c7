/** Commands that edit organisations, passes and preferences. What goes is signed out once it is written. */
import type { CommandName } from '../contract/commands.ts';
import type { Sessions } from '../session/service.ts';
import type { SettingsService } from '../settings/service.ts';
import type { SignOut } from '../signin/sign-out.ts';
import type { Handlers } from './serve.ts';

interface Parts {
  settings: SettingsService;
  sessions: Sessions;
  signOut: Pick<SignOut, 'removed'>;
  stopDemo: () => Promise<void>;
  changed: () => void;
}

type EditCommand = Extract<
  CommandName,
  | `organisation.${'add' | 'edit' | 'remove' | 'reorder'}`
  | `pass.${'edit' | 'remove' | 'reorder'}`
  | 'preferences.set'
>;

export function editHandlers(parts: Parts): Pick<Handlers, EditCommand> {
  const { settings, sessions, signOut, stopDemo, changed } = parts;
  /** Also after a refusal: a file that was changed by hand has been read by then. */
  const editing = <T>(edit: () => T): T => {
    try {
      return edit();
    } finally {
      changed();
    }
  };
  const edited = (edit: () => void): null => {
    editing(edit);
    return null;
  };
  return {
    'organisation.add': (draft) => editing(() => ({ organisation: settings.addOrganisation(draft) })),
    'organisation.edit': ({ organisation, ...change }) =>
      edited(() => settings.editOrganisation(organisation, given(change))),
    'organisation.remove': async ({ organisation }) => {
      const passes = settings.passes().filter((pass) => pass.organisation === organisation);
      const isDemo = settings.isDemo(organisation);
      edited(() => settings.removeOrganisation(organisation));
      if (isDemo) await stopDemo();
      await signOut.removed(
        organisation,
        passes.map(({ id }) => id),
      );
      return null;
    },
    'organisation.reorder': ({ organisations }) =>
      edited(() => settings.reorder('organisations', organisations)),
    'pass.edit': ({ pass, ...change }) => edited(() => settings.editPass(pass, change)),
    'pass.remove': async ({ pass }) => {
      edited(() => settings.removePass(pass));
      await sessions.signOut(pass);
      return null;
    },
    'pass.reorder': ({ passes }) => edited(() => settings.reorder('passes', passes)),
    'preferences.set': (change) => edited(() => settings.setPreferences(given(change))),
  };
}

/** Without the fields that were left out: they stay as they are. */
function given<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
