/** The roles of one sign-in, to choose which become passes. All chosen ones are signed in at once. */
import { type KeyboardEvent, useRef, useState } from 'react';
import type { SigninView } from '../../../electron/contract/snapshot.ts';
import { useApi, useFromNow, useSnapshot } from '../../bridge/use-api.ts';
import { counted } from '../../text/format.ts';
import { Button } from '../../ui/Button.tsx';
import { AnswerCountdown } from './AnswerCountdown.tsx';
import { ChosenRoles } from './ChosenRoles.tsx';
import { PickerFilter } from './PickerFilter.tsx';
import { PickerList } from './PickerList.tsx';
import { groupOffers, matchesFilter, offerKey, toggled } from './picker-model.ts';
import './picker.css';

type Choosing = Extract<SigninView, { kind: 'choosingRoles' }>;

export function RolePicker({ signin }: { signin: Choosing }) {
  const { order } = useApi();
  const { organisations } = useSnapshot();
  const [filter, setFilter] = useState('');
  // Roles that an import named are chosen from the start.
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(signin.offers.filter(({ wanted }) => wanted).map(offerKey)),
  );
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const late = useFromNow((now) => now >= signin.validUntil);

  const name = organisations.find((each) => each.id === signin.organisation)?.name ?? signin.organisation;
  const groups = groupOffers(signin.offers, filter);
  const shown = groups.flatMap((group) => group.offers);
  const picked = signin.offers.filter((offer) => chosen.has(offerKey(offer)));
  const accounts = new Set(signin.offers.map((offer) => offer.accountId)).size;
  const choose = (keys: readonly string[], on: boolean) => setChosen(toggled(chosen, keys, on));
  const chooseShown = () => choose(shown.map(offerKey), true);

  function submit() {
    if (picked.length === 0 || late) return;
    void order('signin.choose', {
      offers: picked.map(({ roleArn, providerArn }) => ({ roleArn, providerArn })),
    });
  }
  function onKeyDown(event: KeyboardEvent) {
    const inFilter = event.target === input.current;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) moveFocus(list.current, input.current, step);
    else if (event.key === '/' && !inFilter) input.current?.focus();
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && !inFilter) chooseShown();
    else return;
    event.preventDefault();
  }

  return (
    <form
      className="picker"
      aria-labelledby="picker-title"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <header className="picker-top">
        <div className="grow">
          <p className="small dim">Sign-in to {name}</p>
          <h1 id="picker-title">Choose the roles to keep</h1>
          <p className="dim">
            {name} offers you {counted(signin.offers.length, 'role')} in {counted(accounts, 'account')}. Each
            role you choose becomes a pass, and all are signed in now, from this one sign-in.
            {signin.ignored > 0 && ` ${counted(signin.ignored, 'entry', 'entries')} could not be read.`}
          </p>
        </div>
        <AnswerCountdown validUntil={signin.validUntil} />
      </header>
      <PickerFilter
        inputRef={input}
        value={filter}
        onChange={setFilter}
        shown={shown.length}
        total={signin.offers.length}
        onChooseShown={chooseShown}
      />
      <PickerList ref={list} groups={groups} filter={filter} chosen={chosen} onChoose={choose} />
      <footer className="picker-foot">
        <ChosenRoles
          offers={picked}
          hidden={picked.filter((offer) => !matchesFilter(offer, filter.toLowerCase().split(/\s+/))).length}
          onRemove={(key) => choose([key], false)}
        />
        <Button look="quiet" onPress={() => order('signin.cancel', {})}>
          Cancel
        </Button>
        {late ? (
          <Button look="primary" onPress={() => order('signin.start', { organisation: signin.organisation })}>
            Sign in again
          </Button>
        ) : (
          <Button look="primary" type="submit" shortcut="⏎" isDisabled={picked.length === 0}>
            {picked.length === 0 ? 'Sign in' : `Sign in to ${picked.length}`}
          </Button>
        )}
      </footer>
    </form>
  );
}

/** From box to box; up from the first one, the filter. */
function moveFocus(list: HTMLElement | null, input: HTMLElement | null, step: number) {
  const boxes: Element[] = [...(list?.querySelectorAll('input[type="checkbox"]') ?? [])];
  const present = document.activeElement ? boxes.indexOf(document.activeElement) : -1;
  const next = present + step;
  if (next < 0) input?.focus();
  else (boxes[Math.min(next, boxes.length - 1)] as HTMLElement | undefined)?.focus();
}
