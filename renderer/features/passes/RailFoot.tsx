/** The foot of the rail: pages that are not a pass, and which Daypass this is. */
import { useSnapshot } from '../../bridge/use-api.ts';
import { Icon } from '../../ui/Icon.tsx';

/** What the main window shows beside the rail; `files` and `useIt` are pages of a pass. */
export type MainPage = 'files' | 'useIt' | 'activity' | 'settings';

const entries = [
  { page: 'activity', icon: 'clock', words: 'Activity', key: '2' },
  { page: 'settings', icon: 'sliders', words: 'Settings', key: ',' },
] as const;

export function RailFoot({ page, onOpen }: { page: MainPage; onOpen: (page: MainPage) => void }) {
  const { app } = useSnapshot();
  const { runtime, version, platform } = app;
  const held = platform === 'darwin' ? '⌘' : 'Ctrl ';
  return (
    <div className="rail-foot">
      {entries.map(({ page: target, icon, words, key }) => (
        <button
          key={target}
          type="button"
          className="rail-entry"
          title={words}
          data-page={target}
          aria-current={page === target ? 'page' : undefined}
          onClick={() => onOpen(page === target ? 'files' : target)}
        >
          <Icon name={icon} />
          <span className="grow">{words}</span>
          <span className="kbd" aria-hidden="true">
            {held}
            {key}
          </span>
        </button>
      ))}
      <p className="small dim">
        {runtime.official
          ? `Daypass ${version}`
          : `Unofficial runtime ${runtime.electron}: demo organisation only`}
      </p>
    </div>
  );
}
