/** Preferences: what transfers may take of the line. */
import type { PreferencesView } from '../../../electron/contract/snapshot.ts';
import { formatBytes } from '../../text/format.ts';
import { NumberChoice } from './Choice.tsx';
import { Setting } from './Setting.tsx';
import { usePreferences } from './use-preferences.ts';

const SPEEDS = [0, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];
const speedWords = (kilobytes: number) =>
  kilobytes === 0 ? 'As fast as it goes' : `${formatBytes(kilobytes * 1000)}/s`;

interface LimitProps {
  name: {
    [K in keyof PreferencesView]: PreferencesView[K] extends number ? K : never;
  }[keyof PreferencesView];
  title: string;
  body: string;
  choices: readonly number[];
  words: (value: number) => string;
}

const limits: readonly LimitProps[] = [
  {
    name: 'uploadKilobytesPerSecond',
    title: 'Uploads',
    body: 'All of them together. What is under way follows with its next part.',
    choices: SPEEDS,
    words: speedWords,
  },
  {
    name: 'downloadKilobytesPerSecond',
    title: 'Downloads',
    body: 'All of them together.',
    choices: SPEEDS,
    words: speedWords,
  },
  {
    name: 'transfersAtOnce',
    title: 'Transfers at the same time',
    body: 'The others wait for their turn. One alone can use the whole line.',
    choices: [1, 2, 3, 4, 6, 10],
    words: String,
  },
  {
    name: 'requestsAtOnce',
    title: 'Requests at the same time',
    body: 'Each way. Daypass finds out how many S3 and the line take; fewer leave more of the line to others.',
    choices: [0, 1, 2, 4, 8, 16, 32],
    words: (requests) => (requests === 0 ? 'As many as are good' : String(requests)),
  },
];

export function TransferSection() {
  return (
    <>
      <div className="set-title">
        <h2>Transfers</h2>
      </div>
      {limits.map((limit) => (
        <Limit key={limit.name} {...limit} />
      ))}
    </>
  );
}

function Limit({ name, title, body, choices, words }: LimitProps) {
  const { preferences, set, isManaged } = usePreferences();
  return (
    <Setting title={title} body={body} managed={isManaged(name)}>
      <NumberChoice
        label={title}
        choices={choices}
        words={words}
        value={preferences[name]}
        disabled={isManaged(name)}
        onChange={(value) => set({ [name]: value })}
      />
    </Setting>
  );
}
