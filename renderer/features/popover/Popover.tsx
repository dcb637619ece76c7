/** The tray's popover: the passes, the row in hand expanded, everything by one key. */
import { type ReactNode, useRef, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { useApi, useFromNow, useSnapshot } from '../../bridge/use-api.ts';
import { copiedWords, historyAlone } from '../../text/copy-words.ts';
import { passPhase } from '../../text/pass-time.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { foundPasses, nextStep, popoverWords, searchFrom } from './next-step.ts';
import { PopoverPass, usePassSteps } from './PopoverPass.tsx';
import './popover.css';
import { PopoverStart } from './PopoverStart.tsx';
import { usePopoverKeys } from './use-popover-keys.ts';

/** `lines`: what other parts have to say, above the passes. */
export function Popover({ lines }: { lines: ReactNode }) {
  const { order, clock } = useApi();
  const { passes, organisations, preferences } = useSnapshot();
  const [search, setSearch] = useState('');
  const [taken, take] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const phaseOf = (session: (typeof passes)[number]['session'], now: number) =>
    passPhase(session, now, preferences.notifyMinutesBefore);
  useFromNow((now) => passes.map((pass) => phaseOf(pass.session, now)).join());
  const phases = passes.map((pass) => phaseOf(pass.session, clock.ticked()));

  const shown = foundPasses(passes, search);
  const firstLive = shown.find((pass) => pass.session.kind === 'active');
  const hand = shown.find((pass) => pass.id === taken) ?? firstLive ?? shown[0];
  const steps = usePassSteps(hand);
  const phase = hand ? phaseOf(hand.session, clock.ticked()) : 'none';
  const live = phase === 'active' || phase === 'endingSoon';
  const takeAt = (index: number) => {
    const pass = shown[Math.min(shown.length - 1, Math.max(0, index))];
    if (pass) take(pass.id);
  };
  usePopoverKeys({
    move: (by) => takeAt((hand ? shown.indexOf(hand) : -1) + by),
    row: takeAt,
    copy: () => live && steps.copy(),
    console: () => live && steps.console(),
    browse: () => live && steps.browse(),
    renew: steps.signIn,
    next: () => (nextStep(phase) === 'browse' ? steps.browse() : steps.signIn()),
    search() {
      field.current?.focus();
      return field.current !== null;
    },
    close: () => void order('window.closePopover', {}),
  });

  const words = popoverWords(organisations, phases);
  return (
    <main className="pop" aria-label="Daypass">
      <header className="ph">
        <h1 className="cut">{words.title}</h1>
        <span className="hint small nb grow">{words.under}</span>
        <Button
          look="quiet"
          icon="window"
          aria-label="Open the window"
          onPress={() => order('window.openMain', { pass: hand?.id ?? null })}
        />
      </header>
      {passes.length >= searchFrom && (
        <SearchField
          className="field soft pop-search"
          aria-label="Search passes"
          value={search}
          onChange={setSearch}
        >
          <Icon name="search" />
          <Input ref={field} placeholder="Search" />
          <span className="kbd" aria-hidden="true">
            /
          </span>
        </SearchField>
      )}
      {lines}
      <ul className="pop-list" aria-label="Passes">
        {shown.map((pass) => (
          <PopoverPass key={pass.id} pass={pass} inHand={pass === hand} onTake={() => take(pass.id)} />
        ))}
        {search && shown.length === 0 && <li className="pop-none dim">No pass holds “{search}”.</li>}
      </ul>
      <PopoverStart />
      <Copied />
    </main>
  );
}

function Copied() {
  const { app, clipboard, passes } = useSnapshot();
  const seconds = useFromNow((now) => Math.max(0, Math.ceil(((clipboard?.clearsAt ?? 0) - now) / 1000)));
  const label = passes.find((pass) => pass.id === clipboard?.pass)?.label;
  if (!clipboard || seconds === 0) return null;
  return (
    <footer className="pf">
      <Icon name="copy" size={14} />
      <span className="cut grow" role="status">
        {label} copied{copiedWords[clipboard.format]}
      </span>
      <span className="nb">cleared in {seconds} s</span>
      {app.clipboardHistory === 'notExcluded' && <span className="history">{historyAlone}</span>}
    </footer>
  );
}
