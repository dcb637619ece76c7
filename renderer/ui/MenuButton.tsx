/** A button that opens a menu. Items say what they do; a destructive one comes last, apart, in its own colour. */

import type { ReactElement } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
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

interface MenuButtonProps {
  button: ReactElement;
  name: string;
  choices: readonly MenuChoice[];
  onChoose: (id: string) => void;
}

export function MenuButton({ button, name, choices, onChoose }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {button}
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu className="menu" aria-label={name} onAction={(id) => onChoose(String(id))}>
          {choices.flatMap((choice, index) => [
            choice.danger && index > 0 ? <Separator key={`${choice.id}-apart`} className="menu-sep" /> : null,
            <Choice key={choice.id} choice={choice} />,
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
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
