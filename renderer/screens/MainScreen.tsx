/** The main window: rail left, the chosen pass right. Puts the features together; knows none from inside. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PassView, Snapshot } from '../../electron/contract/snapshot.ts';
import { useSnapshot } from '../bridge/use-api.ts';
import { usePassPhase } from '../bridge/use-pass-time.ts';
import { ActivityPage } from '../features/activity/ActivityPage.tsx';
import { AddCompany } from '../features/add-company/AddCompany.tsx';
import { AddressLines } from '../features/browser/AddressLines.tsx';
import { Actions } from '../features/browser/actions/Actions.tsx';
import { AnswerTaken } from '../features/browser/actions/dialogs/AnswerTaken.tsx';
import { Works } from '../features/browser/actions/works/Works.tsx';
import { Browser } from '../features/browser/Browser.tsx';
import type { BrowserShelf } from '../features/browser/browser-shelf.ts';
import { RefusedActionsContext } from '../features/browser/refused-actions.ts';
import { AddressContext, useAddressDesk, useShownAddress } from '../features/browser/use-address.ts';
import { ForgetEverything } from '../features/forget/ForgetEverything.tsx';
import { GoTo } from '../features/go-to/GoTo.tsx';
import type { Target } from '../features/go-to/targets.ts';
import { ImportRows } from '../features/imports/ImportRows.tsx';
import { Notices } from '../features/notices/Notices.tsx';
import { EndedBand } from '../features/passes/EndedBand.tsx';
import { PassFailure } from '../features/passes/PassFailure.tsx';
import { PassHead } from '../features/passes/PassHead.tsx';
import { PassRail } from '../features/passes/PassRail.tsx';
import { SettingsPage } from '../features/settings/SettingsPage.tsx';
import { NothingPinned, SignedOut } from '../features/sign-in/SigninStart.tsx';
import { SigninStatus, signinSpeaks } from '../features/sign-in/SigninStatus.tsx';
import { Transfers } from '../features/transfers/Transfers.tsx';
import { UseItPage } from '../features/use-it/UseItPage.tsx';
import { usePage } from './use-page.ts';
import './main.css';

export function MainScreen({ shelf }: { shelf: BrowserShelf }) {
  const snapshot = useSnapshot();
  const [page, goTo] = usePage();
  const [pass, choose] = useChosenPass(snapshot, () => goTo('files'));
  const present = pass?.id ?? null;
  const desk = useAddressDesk(shelf, (id) => {
    choose(id);
    goTo('files');
  });
  useShownAddress(snapshot, present, desk);
  const addresses = useMemo(() => ({ desk, shelf, present }), [desk, shelf, present]);
  const ofPass = page === 'files' || page === 'useIt';
  const goToTarget = (target: Target) => {
    if (target.kind === 'page') return goTo(pageOf(target.page));
    if (target.kind !== 'pass') {
      const { pass, bucket, prefix } = target.place;
      return desk.openIn(pass, { bucket, prefix });
    }
    choose(target.pass);
    goTo('files');
  };
  return (
    <AddressContext value={addresses}>
      <div className="main">
        <PassRail
          page={page}
          onOpen={goTo}
          selected={ofPass ? (pass?.id ?? null) : null}
          onSelect={(id) => {
            choose(id);
            if (!ofPass) goTo('files');
          }}
        />
        <main className="stage">
          {page === 'settings' && <SettingsStage onClose={() => goTo('files')} />}
          {page === 'activity' && <ActivityPage />}
          {ofPass &&
            (pass ? (
              <PassStage key={pass.id} pass={pass} shelf={shelf} using={page === 'useIt'} goTo={goTo} />
            ) : (
              <NoPassStage />
            ))}
          <div className="strips">
            <Works shelf={shelf} />
            <Transfers answer={AnswerTaken} />
          </div>
        </main>
        <GoTo bucketsOf={shelf.bucketsOf} pages={pages} onGo={goToTarget} />
      </div>
    </AddressContext>
  );
}

const pages = [
  { page: 'files', words: 'Files' },
  { page: 'activity', words: 'Activity' },
  { page: 'useIt', words: 'Use it' },
  { page: 'settings', words: 'Settings' },
] as const;
const pageOf = (page: string) => pages.find((each) => each.page === page)?.page ?? 'files';

function SettingsStage({ onClose }: { onClose: () => void }) {
  return (
    <SettingsPage
      notices={<Notices />}
      adding={(onAdded) => <AddCompany onAdded={onAdded} />}
      ways={<ImportRows />}
      forget={<ForgetEverything />}
      onClose={onClose}
    />
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

interface PassStageProps {
  pass: PassView;
  shelf: BrowserShelf;
  using: boolean;
  goTo: (page: 'files' | 'useIt') => void;
}

function PassStage({ pass, shelf, using, goTo }: PassStageProps) {
  return (
    <>
      <PassHead pass={pass} using={using} onUseIt={() => goTo(using ? 'files' : 'useIt')} />
      <Notices />
      {!using && <AddressLines />}
      {using ? <Using pass={pass} onBack={() => goTo('files')} /> : <Files pass={pass} shelf={shelf} />}
    </>
  );
}

function Using({ pass, onBack }: { pass: PassView; onBack: () => void }) {
  const speaks = signinSpeaks(useSnapshot());
  return (
    <>
      {speaks ? <SigninStatus as="line" /> : <PassFailure pass={pass} />}
      <UseItPage pass={pass} onBack={onBack} />
    </>
  );
}

function Files({ pass, shelf }: { pass: PassView; shelf: BrowserShelf }) {
  const phase = usePassPhase(pass);
  const speaks = signinSpeaks(useSnapshot());
  const store = shelf.of(pass.id);
  // What was listed before stays readable; a pass that never listed anything has only its way in.
  const hasList = phase === 'active' || phase === 'endingSoon' || phase === 'ended';
  if (!hasList)
    return <div className="fill">{speaks ? <SigninStatus as="panel" /> : <SignedOut pass={pass} />}</div>;
  return (
    <>
      {speaks ? <SigninStatus as="line" /> : <PassFailure pass={pass} />}
      <RefusedActionsContext value={shelf.refused}>
        <Actions pass={pass} live={phase !== 'ended'}>
          <Browser
            pass={pass}
            store={store}
            live={phase !== 'ended'}
            band={phase === 'ended' && <EndedBand pass={pass} />}
          />
        </Actions>
      </RefusedActionsContext>
    </>
  );
}

/** What main asked to show last wins, then the person's own choice; at first a pass with a session. */
function useChosenPass(
  { passes, show }: Snapshot,
  shown: () => void,
): [PassView | undefined, (id: string) => void] {
  const [chosen, choose] = useState<string | null>(null);
  const seen = useRef<number | null>(null);
  useEffect(() => {
    if (seen.current === show.seq) return;
    if (show.seq > 0 && show.pass !== null) choose(show.pass);
    if (seen.current !== null) shown();
    seen.current = show.seq;
  }, [show.seq, show.pass, shown]);
  const wanted = passes.find((pass) => pass.id === (chosen ?? show.pass));
  return [wanted ?? passes.find((pass) => pass.session.kind === 'active') ?? passes[0], choose];
}
