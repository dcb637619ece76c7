/**
 * Reminds a person of endings that a renewal does not prevent: one notification an ending, one an organisation
 * at a time, taken back when it is no longer true. Knows the words and the moments, not the desktop.
 */
import { endingSoonBeforeMs } from '../contract/time.ts';
import type { Clock } from '../lib/clock.ts';
import type { SettingsService } from '../settings/service.ts';
import { isRunning } from '../signin/machine.ts';
import type { SigninService } from '../signin/service.ts';
import { type Ending, remindersDue, reminderTitle } from './reminders.ts';
import type { Renewals } from './renewals.ts';
import type { Sessions } from './service.ts';

export interface Notifier {
  /** Takes the place of what stands under the same id. */
  show(id: string, words: { title: string; body: string }, clicked: () => void): void;
  withdraw(id: string): void;
}

export interface Reminding {
  /** Looks again what is to be said or taken back. */
  update(): void;
}

interface Parts {
  settings: Pick<SettingsService, 'passes' | 'organisation' | 'preferences'>;
  sessions: Pick<Sessions, 'view'>;
  signin: Pick<SigninService, 'state'>;
  renewals: Pick<Renewals, 'failureOf'>;
  clock: Clock;
  notifier: Notifier;
  /** What a click does. */
  renew: (organisation: string) => void;
}

export function createReminding(parts: Parts): Reminding {
  const { settings, sessions, signin, renewals, clock, notifier } = parts;
  /** Start of the session whose ending was told last, by pass. */
  const said = new Map<string, number>();
  const standing = new Map<string, readonly Ending[]>();

  const endings = (): Ending[] => {
    const { renew, notifyMinutesBefore } = settings.preferences();
    if (renew === 'off') return [];
    return settings.passes().flatMap(({ id, label, organisation }): Ending[] => {
      const session = sessions.view(id);
      const about = { pass: id, label, organisation };
      if (session.kind === 'ended') {
        const { startedAt, endedAt } = session;
        return [{ ...about, startedAt, expiresAt: endedAt, state: 'ended', noticeAt: endedAt }];
      }
      if (session.kind !== 'active' || (renew === 'silent' && renewals.failureOf(id) === null)) return [];
      const { startedAt, expiresAt } = session;
      const noticeAt = expiresAt - endingSoonBeforeMs(session, notifyMinutesBefore);
      return [{ ...about, startedAt, expiresAt, state: 'ending', noticeAt }];
    });
  };
  const show = (organisation: string, group: readonly Ending[]) => {
    for (const { pass, startedAt } of group) said.set(pass, startedAt);
    standing.set(organisation, group);
    const name = settings.organisation(organisation)?.name ?? organisation;
    const words = { title: reminderTitle(group, clock.now()), body: `${name} needs you once more.` };
    notifier.show(organisation, words, () => {
      standing.delete(organisation);
      parts.renew(organisation);
    });
  };

  return {
    update() {
      const all = endings();
      for (const [organisation, group] of standing) {
        if (group.some((each) => all.some((now) => isSame(each, now)))) continue;
        standing.delete(organisation);
        notifier.withdraw(organisation);
      }
      const onScreen = signin.state();
      const due = remindersDue(all, clock.now(), ({ pass, startedAt }) => said.get(pass) === startedAt);
      for (const [organisation, group] of due) {
        // The person is at it.
        if (isRunning(onScreen) && 'organisation' in onScreen && onScreen.organisation === organisation)
          continue;
        show(organisation, group);
      }
    },
  };
}

function isSame(one: Ending, other: Ending): boolean {
  return one.pass === other.pass && one.startedAt === other.startedAt && one.state === other.state;
}
