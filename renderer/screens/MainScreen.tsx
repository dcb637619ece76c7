/** The main window: rail left, the chosen pass right. Puts the features together; knows none from inside. */
import { useEffect, useState } from 'react';
import type { PassView, Snapshot } from '../../electron/contract/snapshot.ts';
import { useSnapshot } from '../bridge/use-api.ts';
import { Browser } from '../features/browser/Browser.tsx';
import type { BrowserShelf } from '../features/browser/browser-shelf.ts';
import { EndedBand } from '../features/passes/EndedBand.tsx';
import { PassHead } from '../features/passes/PassHead.tsx';
import { PassRail } from '../features/passes/PassRail.tsx';
import { usePassPhase } from '../features/passes/use-pass-time.ts';
import './main.css';

export function MainScreen({ shelf }: { shelf: BrowserShelf }) {
  const snapshot = useSnapshot();
  const [pass, choose] = useChosenPass(snapshot);
  return (
    <div className="main">
      <PassRail selected={pass?.id ?? null} onSelect={choose} />
      <main className="stage">{pass && <PassStage key={pass.id} pass={pass} shelf={shelf} />}</main>
    </div>
  );
}

function PassStage({ pass, shelf }: { pass: PassView; shelf: BrowserShelf }) {
  const phase = usePassPhase(pass);
  const live = phase === 'active' || phase === 'endingSoon';
  return (
    <>
      <PassHead pass={pass} />
      {phase === 'ended' && <EndedBand pass={pass} />}
      <Browser pass={pass} store={shelf.of(pass.id)} live={live} />
    </>
  );
}

/** What main asked to show last wins, then the person's own choice; at first a pass with a session. */
function useChosenPass({ passes, show }: Snapshot): [PassView | undefined, (id: string) => void] {
  const [chosen, choose] = useState<string | null>(null);
  useEffect(() => {
    if (show.seq > 0 && show.pass !== null) choose(show.pass);
  }, [show.seq, show.pass]);
  const wanted = passes.find((pass) => pass.id === (chosen ?? show.pass));
  return [wanted ?? passes.find((pass) => pass.session.kind === 'active') ?? passes[0], choose];
}
