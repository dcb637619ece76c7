/** Preferences: what happens before a session ends, and to what was copied. */
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { NumberChoice, WordsChoice } from './Choice.tsx';
import { afterWords } from './length-words.ts';
import { Setting } from './Setting.tsx';

const RENEW = [
  { value: 'silent', words: 'Renew silently' },
  { value: 'ask', words: 'Ask me' },
  { value: 'off', words: 'Let it end' },
] as const;

function usePreferences() {
  const { order } = useApi();
  const { preferences, managed } = useSnapshot();
  return {
    preferences,
    set: (change: Partial<Omit<typeof preferences, 'copyFormat'>>) => void order('preferences.set', change),
    isManaged: (name: 'notifyMinutesBefore' | 'clipboardClearSeconds' | 'renew') =>
      managed?.preferences.includes(name) ?? false,
  };
}

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

export function HandingOutSection() {
  const { preferences, set, isManaged } = usePreferences();
  return (
    <>
      <div className="set-title">
        <h2>Handing out</h2>
      </div>
      <Setting
        title="Clear the clipboard"
        body="Only if it still holds what Daypass put there."
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
