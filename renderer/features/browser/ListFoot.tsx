/** The foot of the list: honest counts, what is being asked, and what went on without asking. */
import { useEffect, useState } from 'react';
import { clockWords } from '../../../electron/contract/time.ts';
import { useApi } from '../../bridge/use-api.ts';
import { failureText } from '../../text/failure-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { type BrowserState, isGoing } from './browser-state.ts';
import type { BrowserStore } from './browser-store.ts';
import type { View } from './columns/arranger.ts';
import type { Listing } from './list-model.ts';
import { callWords, countWords, listWords, matchWords, selectionWords, sizeWords } from './list-words.ts';
import { placeUri } from './place.ts';
import { SumFoot } from './sums/SumFoot.tsx';

interface ListFootProps {
  state: BrowserState;
  store: BrowserStore;
  listing: Listing;
  view: View;
  ended: boolean;
}

export function ListFoot({ state, store, listing, view, ended }: ListFootProps) {
  const { clock } = useApi();
  if (ended && !isGoing(state)) {
    return (
      <footer className="foot">
        <Icon name="clock" size={14} />
        <span className="cut">
          As listed at {clockWords(listing.listedAt, clock.ticked())}, before the session ended.
          {listing.complete ? '' : ' More names were still to come.'}
        </span>
        <span className="grow" />
        <span>{countWords(listing)}</span>
      </footer>
    );
  }
  const { selection } = state;
  const words = state.failure ? `${countWords(listing)}, not all listed.` : listWords(listing, ended);
  return (
    <footer className="foot">
      <span className="cut" title={callWords(listing)}>
        {words}
      </span>
      <HaltButton state={state} store={store} />
      {view.filter && <span className="cut">{matchWords(listing, view)}</span>}
      {state.restarted && (
        <span className="cut">The S3 process had stopped; this was listed again from the start.</span>
      )}
      <span className="grow" />
      {!ended && <SumFoot store={store} listing={listing} bySize={view.sort.by === 'size'} />}
      {state.failure ? (
        <NextNamesFailure state={state} store={store} />
      ) : (
        <span>{selection.count > 1 ? selectionWords(selection) : sizeWords(listing, view)}</span>
      )}
      <Announce
        key={placeUri(listing.place)}
        words={view.filter && !state.failure ? matchWords(listing, view) : words}
      />
    </footer>
  );
}

function HaltButton({ state, store }: { state: BrowserState; store: BrowserStore }) {
  if (isGoing(state))
    return (
      <Button size="small" onPress={store.stop}>
        Stop
      </Button>
    );
  if (state.listing?.halted !== 'stopped' || state.failure || state.asking) return null;
  return (
    <Button size="small" onPress={store.goOn}>
      Go on
    </Button>
  );
}

/** The next names were refused: what is listed stays, and says that it is not all. */
function NextNamesFailure({ state, store }: { state: BrowserState; store: BrowserStore }) {
  if (!state.failure) return null;
  return (
    <span className="row is-danger" role="alert" data-failure={state.failure.code}>
      {failureText(state.failure).title}
      <Button size="small" onPress={store.again}>
        List again
      </Button>
    </span>
  );
}

/** Counts are said at most every five seconds; of another place at once. */
function Announce({ words }: { words: string }) {
  const [said, setSaid] = useState('');
  const newest = useNewest(words);
  const changed = words !== said;
  useEffect(() => {
    if (!changed) return;
    const timer = setTimeout(() => setSaid(newest.current), said === '' ? 0 : 5000);
    return () => clearTimeout(timer);
  }, [changed, said, newest]);
  return (
    <span className="unseen" role="status">
      {said}
    </span>
  );
}

function useNewest<T>(value: T): { current: T } {
  const [box] = useState(() => ({ current: value }));
  box.current = value;
  return box;
}
