/** Preferences: what transfers may take of the line. */
import { formatBytes } from '../../text/format.ts';
import { NumberChoice } from './Choice.tsx';
import { Setting } from './Setting.tsx';
import { usePreferences } from './use-preferences.ts';

const SPEEDS = [0, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];
const speedWords = (kilobytes: number) =>
  kilobytes === 0 ? 'As fast as it goes' : `${formatBytes(kilobytes * 1000)}/s`;

export function TransferSection() {
  const { preferences, set, isManaged } = usePreferences();
  return (
    <>
      <div className="set-title">
        <h2>Transfers</h2>
      </div>
      <Setting
        title="Uploads"
        body="All of them together. What is under way follows with its next part."
        managed={isManaged('uploadKilobytesPerSecond')}
      >
        <NumberChoice
          label="Uploads"
          choices={SPEEDS}
          words={speedWords}
          value={preferences.uploadKilobytesPerSecond}
          disabled={isManaged('uploadKilobytesPerSecond')}
          onChange={(uploadKilobytesPerSecond) => set({ uploadKilobytesPerSecond })}
        />
      </Setting>
      <Setting
        title="Downloads"
        body="All of them together."
        managed={isManaged('downloadKilobytesPerSecond')}
      >
        <NumberChoice
          label="Downloads"
          choices={SPEEDS}
          words={speedWords}
          value={preferences.downloadKilobytesPerSecond}
          disabled={isManaged('downloadKilobytesPerSecond')}
          onChange={(downloadKilobytesPerSecond) => set({ downloadKilobytesPerSecond })}
        />
      </Setting>
      <Setting
        title="Transfers at the same time"
        body="The others wait for their turn. One alone can use the whole line."
        managed={isManaged('transfersAtOnce')}
      >
        <NumberChoice
          label="Transfers at the same time"
          choices={[1, 2, 3, 4, 6, 10]}
          words={String}
          value={preferences.transfersAtOnce}
          disabled={isManaged('transfersAtOnce')}
          onChange={(transfersAtOnce) => set({ transfersAtOnce })}
        />
      </Setting>
      <Setting
        title="Requests at the same time"
        body="Each way. Daypass finds out how many S3 and the line take; fewer leave more of the line to others."
        managed={isManaged('requestsAtOnce')}
      >
        <NumberChoice
          label="Requests at the same time"
          choices={[0, 1, 2, 4, 8, 16, 32]}
          words={(requests) => (requests === 0 ? 'As many as are good' : String(requests))}
          value={preferences.requestsAtOnce}
          disabled={isManaged('requestsAtOnce')}
          onChange={(requestsAtOnce) => set({ requestsAtOnce })}
        />
      </Setting>
    </>
  );
}
