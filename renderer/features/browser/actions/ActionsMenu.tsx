/** A button with what can be done to these objects and folders; what does not fit is not there. */
import { useContext } from 'react';
import { scopeNow } from '../../../../electron/contract/scope.ts';
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import { useApi } from '../../../bridge/use-api.ts';
import { Button } from '../../../ui/Button.tsx';
import { MenuButton } from '../../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../../ui/MenuList.tsx';
import { type ActionName, type ActionTarget, BeginActionContext } from './begin.ts';
import { hasAction } from './joined.tsx';
import { menuOf, WIDER } from './menu.ts';

interface ActionsMenuProps {
  pass: PassView;
  target: ActionTarget;
  /** What the menu is for, for those who don't see where it stands. */
  name?: string;
}

export function ActionsMenu({ pass, target, name = 'More actions' }: ActionsMenuProps) {
  const { choices, choose } = useActionChoices(pass, target);
  if (choices.length === 0) return null;
  return (
    <MenuButton
      button={<Button look="quiet" icon="dots" aria-label={name} />}
      name={name}
      choices={choices}
      onChoose={choose}
    />
  );
}

/** The entries for a target, and what choosing one does. */
export function useActionChoices(
  pass: PassView,
  target: ActionTarget,
): { choices: MenuEntry[]; choose: (id: string) => void } {
  const { order } = useApi();
  const begin = useContext(BeginActionContext);
  const choices = menuOf(target, {
    readOnly: scopeNow(pass) === 'read-only',
    live: pass.session.kind === 'active',
    has: hasAction,
  });
  return {
    choices,
    choose(id) {
      if (id === WIDER) void order('pass.setScope', { pass: pass.id, scope: 'full' });
      else begin(id as ActionName, target);
    },
  };
}
