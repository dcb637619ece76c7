/** A button with what can be done to these objects and folders; what does not fit is not there. */
import { useContext } from 'react';
import { scopeNow } from '../../../../electron/contract/scope.ts';
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import { useApi } from '../../../bridge/use-api.ts';
import { Button } from '../../../ui/Button.tsx';
import { MenuButton } from '../../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../../ui/MenuList.tsx';
import { copyChoices, useCopy } from '../copy/CopyMenu.tsx';
import { useAddresses } from '../use-address.ts';
import { type ActionName, type ActionTarget, BeginActionContext } from './begin.ts';
import { hasAction } from './joined.tsx';
import { menuOf, WIDER } from './menu.ts';
import { isFolderItself } from './target.ts';

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

const COPY = 'copy as ';

/** The entries for a target, and what choosing one does. */
export function useActionChoices(
  pass: PassView,
  target: ActionTarget,
): { choices: MenuEntry[]; choose: (id: string) => void } {
  const { order } = useApi();
  const begin = useContext(BeginActionContext);
  const copy = useCopy(pass, target, useRegion(pass.id, target.bucket));
  const actions = menuOf(target, {
    readOnly: scopeNow(pass) === 'read-only',
    live: pass.session.kind === 'active',
    has: hasAction,
  });
  return {
    choices: isFolderItself(target) ? actions : [copyEntry, ...actions],
    choose(id) {
      const form = copyChoices.find((choice) => COPY + choice.id === id);
      if (form) copy(form.id);
      else if (id === WIDER) void order('pass.setScope', { pass: pass.id, scope: 'full' });
      else begin(id as ActionName, target);
    },
  };
}

const copyEntry: MenuEntry = {
  id: 'copy',
  words: 'Copy',
  icon: 'copy',
  more: copyChoices.map(({ id, words }) => ({ id: COPY + id, words })),
};

/** As the listing on screen was told it. */
function useRegion(pass: string, bucket: string): string | null {
  const { listing } = useAddresses().shelf.of(pass).current();
  return listing?.place.bucket === bucket ? listing.region : null;
}
