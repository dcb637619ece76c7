/** The foot of the list: honest counts, what is being asked, and what went on without asking. */
import { useEffect, useState } from 'react';
import { clockWords } from '../../../electron/contract/time.ts';
import { useApi } from '../../bridge/use-api.ts';
import { failureText } from '../../text/failure-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { BrowserState, BrowserStore } from './browser-store.ts';
import type { Listing } from './list-model.ts';
import { countWords, listWords, matchWords } from './list-words.ts';

interface ListFootProps {
  state: BrowserState;
  store: BrowserStore;
  listing: Listing;
  matching: number;
  ended: boolean;
}

export function ListFoot({ state, store, listing, matching, ended }: ListFootProps) {
  const { clock } = useApi();
  if (ended) {
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
  return (
    <footer className="foot">
      <span>{listWords(listing)}</span>
      {state.filter && <span>{matchWords(listing, matching)}</span>}
      {state.restarted && (
        <span className="cut">The S3 process had stopped; this was listed again from the start.</span>
      )}
      <span className="grow" />
      {state.failure ? <NextPageFailure state={state} store={store} /> : null}
      <Announce words={state.filter ? matchWords(listing, matching) : listWords(listing)} />
    </footer>
  );
}

/** The next page was refused: what is listed stays, and says that it is not all. */
function NextPageFailure({ state, store }: { state: BrowserState; store: BrowserStore }) {
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

/** Counts are said at most every five seconds. */
function Announce({ words }: { words: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), said === '' ? 0 : 5000);
    return () => clearTimeout(timer);
  }, [words, said]);
  return (
    <span className="unseen" role="status">
      {said}
    </span>
  );
}
