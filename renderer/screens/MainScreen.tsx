/** The main window: rail left, the chosen pass right. Puts the features together; knows none from inside. */
import { useEffect, useState } from 'react';
import type { PassView, Snapshot } from '../../electron/contract/snapshot.ts';
import { useSnapshot } from '../bridge/use-api.ts';
import { usePassPhase } from '../bridge/use-pass-time.ts';
import { ActivityPage } from '../features/activity/ActivityPage.tsx';
import { Browser } from '../features/browser/Browser.tsx';
import type { BrowserShelf } from '../features/browser/browser-shelf.ts';
import { Downloads } from '../features/downloads/Downloads.tsx';
import { Notices } from '../features/notices/Notices.tsx';
import { EndedBand } from '../features/passes/EndedBand.tsx';
import { PassFailure } from '../features/passes/PassFailure.tsx';
import { PassHead } from '../features/passes/PassHead.tsx';
import { PassRail } from '../features/passes/PassRail.tsx';
import type { MainPage } from '../features/passes/RailFoot.tsx';
import { NothingPinned, SignedOut } from '../features/sign-in/SigninStart.tsx';
import { SigninStatus, signinSpeaks } from '../features/sign-in/SigninStatus.tsx';
import './main.css';
import { usePageKeys } from './use-page-keys.ts';

export function MainScreen({ shelf }: { shelf: BrowserShelf }) {
  const snapshot = useSnapshot();
  const [pass, choose] = useChosenPass(snapshot);
  const [page, open] = usePage(snapshot);
  usePageKeys(page, open);
  return (
    <div className="main">
      <PassRail
        page={page}
        onOpen={open}
        selected={pass?.id ?? null}
        onSelect={(id) => {
          choose(id);
          open('passes');
        }}
      />
      <main className="stage">
        {page === 'activity' && <ActivityPage />}
        {page === 'passes' &&
          (pass ? <PassStage key={pass.id} pass={pass} shelf={shelf} /> : <NoPassStage />)}
        <Downloads />
      </main>
    </div>
  );
}

function NoPassStage() {
  const speaks = signinSpeaks(useSnapshot());
  return (
    <>
      <Notices />
      <div className="fill">{speaks ? <SigninStatus as="panel" /> : <NothingPinned />}</div>
    </>
  );
}

function PassStage({ pass, shelf }: { pass: PassView; shelf: BrowserShelf }) {
  const phase = usePassPhase(pass);
  const speaks = signinSpeaks(useSnapshot());
  const store = shelf.of(pass.id);
  // What was listed before stays readable; a pass that never listed anything has only its way in.
  const hasList = phase === 'active' || phase === 'endingSoon' || phase === 'ended';
  if (!hasList) {
    return (
      <>
        <PassHead pass={pass} />
        <Notices />
        <div className="fill">{speaks ? <SigninStatus as="panel" /> : <SignedOut pass={pass} />}</div>
      </>
    );
  }
  return (
    <>
      <PassHead pass={pass} />
      <Notices />
      {speaks ? <SigninStatus as="line" /> : <PassFailure pass={pass} />}
      <Browser
        pass={pass}
        store={store}
        live={phase !== 'ended'}
        band={phase === 'ended' && <EndedBand pass={pass} />}
      />
    </>
  );
}

/** What main asks to show leads back from any other page: a pass, roles to choose, a failure to read. */
function usePage({ show }: Snapshot): [MainPage, (page: MainPage) => void] {
  const [page, open] = useState<MainPage>('passes');
  useEffect(() => {
    if (show.seq > 0) open('passes');
  }, [show.seq]);
  return [page, open];
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
