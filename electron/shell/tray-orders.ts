/** What a click on the tray icon and each line of its menu do. Knows no icon. */
import type { Rectangle } from 'electron';
import type { Sessions } from '../session/service.ts';
import type { SettingsService } from '../settings/service.ts';
import type { SigninService } from '../signin/service.ts';
import type { SignOut } from '../signin/sign-out.ts';
import type { TrayAction } from './tray-view.ts';

interface Parts {
  settings: Pick<SettingsService, 'organisations' | 'passes'>;
  sessions: Pick<Sessions, 'credentials' | 'signOut'>;
  signin: Pick<SigninService, 'start'>;
  signOut: Pick<SignOut, 'organisation' | 'all'>;
  copy: (pass: string) => Promise<unknown>;
  /** Shows by itself what goes wrong. */
  openConsole: (pass: string) => Promise<void>;
  startDemo: () => Promise<void>;
  showMain: (pass: string | null) => void;
  togglePopover: (near: Rectangle) => void;
  quit: () => void;
}

export interface TrayOrders {
  clicked(bounds: Rectangle): void;
  act(action: TrayAction): void;
}

export function createTrayOrders(parts: Parts): TrayOrders {
  const { settings, sessions, signin, signOut, showMain } = parts;
  return {
    /** With one organisation and no session, the sign-in at once: that is what the click is for. */
    clicked(bounds) {
      const [only, ...more] = settings.organisations();
      const anyLive = settings.passes().some(({ id }) => sessions.credentials(id) !== null);
      if (only && more.length === 0 && !anyLive) signin.start(only.id);
      else if (!only) showMain(null);
      else parts.togglePopover(bounds);
    },
    act(action) {
      if (action.kind === 'signIn') signin.start(action.organisation);
      else if (action.kind === 'copy') void parts.copy(action.pass).catch(() => showMain(action.pass));
      else if (action.kind === 'console') void parts.openConsole(action.pass);
      else if (action.kind === 'browse') showMain(action.pass);
      else if (action.kind === 'signOut') void sessions.signOut(action.pass);
      else if (action.kind === 'signOutOf') void signOut.organisation(action.organisation);
      else if (action.kind === 'signOutAll') void signOut.all();
      else if (action.kind === 'tryDemo') void parts.startDemo().then(() => showMain(null));
      else if (action.kind === 'quit') parts.quit();
      else showMain(null);
    },
  };
}
