/** Around a pass's browser: what begins there is answered here, by its dialog, or at once where it asks nothing. */
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { scopeNow } from '../../../../electron/contract/scope.ts';
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import { useAddresses } from '../use-address.ts';
import { type ActionName, type ActionTarget, type BeginAction, BeginActionContext } from './begin.ts';
import { TooMany } from './dialogs/TooMany.tsx';
import { deeds, dialogs } from './joined.tsx';
import { writes } from './menu.ts';
import { isTooMany, onlyOne } from './target.ts';

interface Begun {
  name: ActionName;
  target: ActionTarget;
}

interface ActionsProps {
  pass: PassView;
  /** While the session lives. */
  live: boolean;
  children: ReactNode;
}

export function Actions({ pass, live, children }: ActionsProps) {
  const { shelf } = useAddresses();
  const [begun, setBegun] = useState<Begun | null>(null);
  const newest = useRef({ pass, live });
  newest.current = { pass, live };
  const begin = useCallback<BeginAction>(
    (name, target) => {
      const { pass, live } = newest.current;
      if (!live || (writes(name) && scopeNow(pass) === 'read-only')) return;
      if (name === 'rename' && onlyOne(target) === null) return;
      const deed = deeds[name];
      if (deed && !isTooMany(target)) deed(pass, target, shelf);
      else setBegun({ name, target });
    },
    [shelf],
  );
  return (
    <BeginActionContext value={begin}>
      {children}
      {begun && <Dialog pass={pass} begun={begun} onClose={() => setBegun(null)} />}
    </BeginActionContext>
  );
}

function Dialog({ pass, begun, onClose }: { pass: PassView; begun: Begun; onClose: () => void }) {
  const Chosen = isTooMany(begun.target) ? TooMany : dialogs[begun.name];
  return Chosen ? <Chosen pass={pass} target={begun.target} onClose={onClose} /> : null;
}
