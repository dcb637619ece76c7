/** The foot of the rail: the ways to the other pages of the main window. */
import { Icon, type IconName } from '../../ui/Icon.tsx';

export interface RailFootEntry {
  icon: IconName;
  words: string;
  /** The key that does the same, as this system writes it. */
  shortcut: string;
  onPress: () => void;
  /** This page is open. */
  current: boolean;
}

export function RailFoot({ entries }: { entries: readonly RailFootEntry[] }) {
  return (
    <ul className="rail-entries">
      {entries.map(({ icon, words, shortcut, onPress, current }) => (
        <li key={words}>
          <button
            type="button"
            className="rail-entry focusable"
            aria-current={current ? 'page' : undefined}
            title={words}
            onClick={onPress}
          >
            <Icon name={icon} />
            <span className="grow">{words}</span>
            <span className="kbd" aria-hidden="true">
              {shortcut}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
