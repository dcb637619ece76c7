/** Preferences: what happens before a session ends, and to what was copied. */
import type { ClipboardHistory } from '../../../electron/contract/snapshot.ts';
import { useSnapshot } from '../../bridge/use-api.ts';
import { WordsChoice } from '../../ui/WordsChoice.tsx';
import { NumberChoice } from './Choice.tsx';
import { afterWords } from './length-words.ts';
import { Setting } from './Setting.tsx';
import { usePreferences } from './use-preferences.ts';

const ON_DEMAND = [
  { value: 'ask', words: 'Sign in at once' },
  { value: 'silent', words: 'Notify me' },
  { value: 'never', words: 'Refuse it' },
] as const;
const RENEW = [
  { value: 'silent', words: 'Renew silently' },
  { value: 'ask', words: 'Ask me' },
  { value: 'off', words: 'Let it end' },
] as const;

export function RenewalSection() {
  const { preferences, set, isManaged } = usePreferences();
  return (
    <>
      <div className="set-title">
        <h2>Sign-in and renewal</h2>
      </div>
      <Setting
        title="Before a session ends"
        body="Silently means a hidden window, while your company still remembers you. It never takes the focus; if it needs you, you get one notification."
        managed={isManaged('renew')}
      >
        <WordsChoice
          label="Before a session ends"
          choices={RENEW}
          value={preferences.renew}
          disabled={isManaged('renew')}
          onChange={(renew) => set({ renew })}
        />
      </Setting>
      <Setting
        title="Tell me"
        body="The ring, the tray icon and the notification change at this moment."
        managed={isManaged('notifyMinutesBefore')}
      >
        <NumberChoice
          label="Tell me"
          choices={[5, 10, 15, 20, 30, 60]}
          words={(minutes) => (minutes === 1 ? '1 minute before' : `${minutes} minutes before`)}
          value={preferences.notifyMinutesBefore}
          disabled={isManaged('notifyMinutesBefore')}
          onChange={(notifyMinutesBefore) => set({ notifyMinutesBefore })}
        />
      </Setting>
    </>
  );
}

const historyBody: Record<ClipboardHistory, string> = {
  excluded: 'Clipboard histories are asked to leave credentials out.',
  notExcluded:
    'This Electron can’t keep credentials out of a clipboard history; Electron 44 or newer can. If you use one, take them out there.',
};

export function HandingOutSection() {
  const { app } = useSnapshot();
  const { preferences, set, isManaged } = usePreferences();
  return (
    <>
      <div className="set-title">
        <h2>Handing out</h2>
      </div>
      <Setting
        title="When a tool asks and the session is over"
        body="Daypass first signs in without a window, while your company remembers you. If it needs you: its sign-in page, or a notification. The tool waits."
        managed={isManaged('onDemandSignIn')}
      >
        <WordsChoice
          label="When a tool asks and the session is over"
          choices={ON_DEMAND}
          value={preferences.onDemandSignIn}
          disabled={isManaged('onDemandSignIn')}
          onChange={(onDemandSignIn) => set({ onDemandSignIn })}
        />
      </Setting>
      <Setting
        title="Clear the clipboard"
        body={`Only if it still holds what Daypass put there. ${historyBody[app.clipboardHistory]}`}
        managed={isManaged('clipboardClearSeconds')}
      >
        <NumberChoice
          label="Clear the clipboard"
          choices={[15, 30, 60, 120, 300]}
          words={afterWords}
          value={preferences.clipboardClearSeconds}
          disabled={isManaged('clipboardClearSeconds')}
          onChange={(clipboardClearSeconds) => set({ clipboardClearSeconds })}
        />
      </Setting>
    </>
  );
}
