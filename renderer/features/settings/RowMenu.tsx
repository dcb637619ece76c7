/** What can be done to one row of a list: edit, move, remove. */
import { Button } from '../../ui/Button.tsx';
import { MenuButton, type MenuChoice } from '../../ui/MenuButton.tsx';

interface RowMenuProps {
  name: string;
  editable: boolean;
  removable: boolean;
  /** Whether it can move; false at that end of its list. */
  up: boolean;
  down: boolean;
  onEdit: () => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

export function RowMenu({ name, editable, removable, up, down, onEdit, onMove, onRemove }: RowMenuProps) {
  const choices: MenuChoice[] = [
    ...(editable ? [{ id: 'edit', words: 'Edit' }] : []),
    { id: 'up', words: 'Move up', icon: 'chevup', disabled: !up },
    { id: 'down', words: 'Move down', icon: 'chev', disabled: !down },
    ...(removable ? [{ id: 'remove', words: 'Remove…', icon: 'x', danger: true } as const] : []),
  ];
  const act: Record<string, () => void> = {
    edit: onEdit,
    up: () => onMove(-1),
    down: () => onMove(1),
    remove: onRemove,
  };
  return (
    <MenuButton
      button={<Button look="quiet" icon="dots" aria-label={`More for ${name}`} />}
      name={`More for ${name}`}
      choices={choices}
      onChoose={(id) => act[id]?.()}
    />
  );
}
