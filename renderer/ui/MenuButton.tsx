/** A button that opens a menu. Items say what they do; a destructive one comes last, apart, in its own colour. */
import type { ReactElement } from 'react';
import { MenuTrigger, Popover } from 'react-aria-components';
import { type MenuEntry, MenuList } from './MenuList.tsx';

export type { MenuChoice, MenuChoices } from './MenuList.tsx';

interface MenuButtonProps {
  button: ReactElement;
  name: string;
  choices: readonly MenuEntry[];
  onChoose: (id: string) => void;
}

export function MenuButton({ button, name, choices, onChoose }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {button}
      <Popover className="popover" placement="bottom end" offset={4}>
        <MenuList name={name} choices={choices} onChoose={onChoose} />
      </Popover>
    </MenuTrigger>
  );
}
