/** A button that opens a menu. Items say what they do; a destructive one comes last, apart, in its own colour. */

import type { ReactElement } from 'react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { Icon, type IconName } from './Icon.tsx';

export interface MenuChoice {
  id: string;
  words: string;
  icon?: IconName;
  danger?: boolean;
  disabled?: boolean;
  /** A check mark: this is what is chosen now. */
  chosen?: boolean;
}

/** Choices that belong together, under words that say how. */
export interface MenuChoices {
  title: string;
  choices: readonly MenuChoice[];
}

interface MenuButtonProps {
  button: ReactElement;
  name: string;
  choices: readonly (MenuChoice | MenuChoices)[];
  onChoose: (id: string) => void;
}

export function MenuButton({ button, name, choices, onChoose }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {button}
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu className="menu" aria-label={name} onAction={(id) => onChoose(String(id))}>
          {choices.flatMap((entry, index) => {
            if ('title' in entry) return <Section key={entry.title} section={entry} />;
            const apart = entry.danger && index > 0;
            return [
              apart ? <Separator key={`${entry.id}-apart`} className="menu-sep" /> : null,
              <Choice key={entry.id} choice={entry} />,
            ];
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Section({ section: { title, choices } }: { section: MenuChoices }) {
  const chosen = choices.filter((choice) => choice.chosen).map(({ id }) => id);
  return (
    <MenuSection
      className="menu-section"
      selectionMode={chosen.length > 0 ? 'single' : 'none'}
      selectedKeys={chosen}
    >
      <Header className="menu-head">{title}</Header>
      {choices.map((choice) => (
        <Choice key={choice.id} choice={choice} />
      ))}
    </MenuSection>
  );
}

function Choice({ choice }: { choice: MenuChoice }) {
  const mark = choice.chosen ? 'check' : choice.icon;
  return (
    <MenuItem
      id={choice.id}
      textValue={choice.words}
      isDisabled={choice.disabled ?? false}
      className={`menu-item${choice.danger ? ' danger' : ''}`}
    >
      <span className="mark">{mark && <Icon name={mark} />}</span>
      {choice.words}
    </MenuItem>
  );
}
