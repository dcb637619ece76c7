/** The entries of a menu, whatever opens it: choices, titled groups, and choices that open more of them. */
import { Fragment } from 'react';
import {
  Header,
  Menu,
  MenuItem,
  MenuSection,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import { Icon, type IconName } from './Icon.tsx';

export interface MenuChoice {
  id: string;
  words: string;
  icon?: IconName;
  danger?: boolean;
  disabled?: boolean;
  /** A check mark: this is what is chosen now. */
  chosen?: boolean;
  /** A line stands above it; above a destructive one always. */
  apart?: boolean;
  /** The key that does the same. */
  shortcut?: string;
}

/** Choices that belong together, under words that say how. */
export interface MenuChoices {
  title: string;
  choices: readonly MenuChoice[];
}

/** A choice that opens these; what is chosen there is told by its own id. */
export interface MenuMore extends MenuChoice {
  more: readonly MenuChoice[];
}

export type MenuEntry = MenuChoice | MenuChoices | MenuMore;

interface MenuListProps {
  name: string;
  choices: readonly MenuEntry[];
  onChoose: (id: string) => void;
}

export function MenuList({ name, choices, onChoose }: MenuListProps) {
  return (
    <Menu className="menu" aria-label={name} onAction={(id) => onChoose(String(id))}>
      {choices.map((entry, index) => {
        if ('title' in entry) return <Section key={entry.title} section={entry} />;
        const apart = index > 0 && (entry.danger || entry.apart);
        return (
          <Fragment key={entry.id}>
            {apart && <Separator className="menu-sep" />}
            {'more' in entry ? <More entry={entry} onChoose={onChoose} /> : <Choice choice={entry} />}
          </Fragment>
        );
      })}
    </Menu>
  );
}

function More({ entry, onChoose }: { entry: MenuMore; onChoose: (id: string) => void }) {
  return (
    <SubmenuTrigger>
      <Choice choice={entry} opens />
      <Popover className="popover" offset={-2} crossOffset={-4}>
        <MenuList name={entry.words} choices={entry.more} onChoose={onChoose} />
      </Popover>
    </SubmenuTrigger>
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

function Choice({ choice, opens = false }: { choice: MenuChoice; opens?: boolean }) {
  const mark = choice.chosen ? 'check' : choice.icon;
  return (
    <MenuItem
      id={choice.id}
      textValue={choice.words}
      isDisabled={choice.disabled ?? false}
      className={`menu-item${choice.danger ? ' danger' : ''}`}
    >
      <span className="mark">{mark && <Icon name={mark} />}</span>
      <span className="grow">{choice.words}</span>
      {choice.shortcut && (
        <span className="kbd" aria-hidden="true">
          {choice.shortcut}
        </span>
      )}
      {opens && <Icon name="right" size={12} />}
    </MenuItem>
  );
}
