/** What Daypass stands on: the keychain and its state, the version, the runtime, the data folder. */
import type { ReactNode } from 'react';
import type { KeychainView, Platform } from '../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';
import { Middle } from '../../ui/Middle.tsx';
import { Setting } from './Setting.tsx';

const keychainNames: Record<Platform, string> = {
  darwin: 'macOS Keychain',
  win32: 'Windows Credential Manager',
  linux: 'The desktop’s keyring (Secret Service)',
};

const keychainStates: Record<KeychainView['kind'], { word: string; tone: string; rest: string }> = {
  ok: { word: 'Works.', tone: 'is-active', rest: 'What was written there came back as it was.' },
  locked: {
    word: 'Locked.',
    tone: 'is-soon',
    rest: 'Sessions stay in memory only. Unlock it, then try again.',
  },
  missing: {
    word: 'Not there.',
    tone: 'is-soon',
    rest: 'Sessions stay in memory only and are gone when Daypass quits.',
  },
  unknown: { word: 'Not asked yet.', tone: '', rest: 'It is asked when a session is kept.' },
};

export function KeychainSection() {
  const { order } = useApi();
  const { keychain, app } = useSnapshot();
  const { word, tone, rest } = keychainStates[keychain.kind];
  const troubled = keychain.kind === 'locked' || keychain.kind === 'missing';
  return (
    <>
      <div className="set-title">
        <h2>Keychain</h2>
      </div>
      <Setting
        title={keychainNames[app.platform]}
        body={
          <>
            <span className={`strong ${tone}`}>{word}</span> {rest}
          </>
        }
      >
        <Button onPress={() => void order('keychain.retry', {})}>{troubled ? 'Try again' : 'Check'}</Button>
      </Setting>
    </>
  );
}

/** `forget`: the way to begin anew, from another room. */
export function AboutSection({ forget }: { forget: ReactNode }) {
  const { order } = useApi();
  const { app } = useSnapshot();
  return (
    <>
      <div className="set-title">
        <h2>About</h2>
      </div>
      <Setting title={`Daypass ${app.version}`} body="MIT licence. No account, no telemetry.">
        {null}
      </Setting>
      <Setting
        title={`Electron ${app.runtime.electron}`}
        body={
          app.runtime.official
            ? 'From the Electron project.'
            : 'Not from the Electron project: it serves the demo organisation only.'
        }
      >
        {null}
      </Setting>
      <Setting title="Data folder" body={<Middle text={app.dataFolder} />}>
        <Button onPress={() => void order('settings.reveal', {})}>Show the settings file</Button>
        <Button onPress={() => void order('settings.reload', {})}>Read it again</Button>
      </Setting>
      <Setting
        title="Begin anew"
        body="Sessions, what the sign-in pages left here, your organisations, passes and preferences go."
      >
        {forget}
      </Setting>
    </>
  );
}
