/**
 * Signing out of an organisation: its running sign-in stops, its sessions leave memory and keychain, and its
 * pages forget the person at once. Knows no window and no Chromium: both come as arguments.
 */
import type { Clipboard } from '../handout/clipboard.ts';
import { AppError } from '../lib/app-error.ts';
import type { Sessions } from '../session/service.ts';
import type { SettingsService } from '../settings/service.ts';
import type { SigninService } from './service.ts';

export interface SignOut {
  organisation(id: string): Promise<void>;
  /** Of every organisation. */
  all(): Promise<void>;
  /** Of one that stands in the settings no more, with the passes it had. */
  removed(id: string, passes: readonly string[]): Promise<void>;
}

interface Parts {
  settings: Pick<SettingsService, 'organisations' | 'organisation' | 'passes'>;
  sessions: Pick<Sessions, 'signOut'>;
  signin: Pick<SigninService, 'stop'>;
  clipboard: Pick<Clipboard, 'holding' | 'clearIfOurs'>;
  /** Cookies, storage and caches of the organisation's sign-in pages. */
  forgetPages: (organisation: string) => Promise<void>;
}

export function createSignOut({ settings, sessions, signin, clipboard, forgetPages }: Parts): SignOut {
  const signOutOf = async (organisation: string, passes: readonly string[]) => {
    await signin.stop(organisation);
    const held = clipboard.holding()?.pass;
    if (held !== undefined && passes.includes(held)) await clipboard.clearIfOurs();
    for (const id of passes) await sessions.signOut(id);
    await forgetPages(organisation);
  };
  const passesOf = (organisation: string) =>
    settings.passes().flatMap((pass) => (pass.organisation === organisation ? [pass.id] : []));
  return {
    async organisation(id) {
      if (!settings.organisation(id))
        throw new AppError('unknown-organisation', { retry: 'never', subject: id });
      await signOutOf(id, passesOf(id));
    },
    async all() {
      for (const { id } of settings.organisations()) await signOutOf(id, passesOf(id));
    },
    removed: signOutOf,
  };
}
