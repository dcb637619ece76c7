/** What happens when a tool asks and the session is over, by the person's own choice. Pure. */
import type { PreferencesView } from '../../../electron/contract/snapshot.ts';

export const onDemandWords: Record<PreferencesView['onDemandSignIn'], { command: string; ended: string }> = {
  ask: {
    command: 'When the session is over, it opens the sign-in and waits for you.',
    ended:
      'The command, the profile and the endpoint still work: the first tool that asks opens the sign-in.',
  },
  silent: {
    command: 'When the session is over, Daypass signs in without a window or notifies you, and it waits.',
    ended:
      'The command, the profile and the endpoint still work: when a tool asks, Daypass signs in without a window or notifies you.',
  },
  never: {
    command: 'When the session is over, it is refused until you sign in.',
    ended: 'Tools that ask are refused until then, as chosen under Settings, Handing out.',
  },
};
