/** What stands where the list would be: nothing there, no match, a refusal, no answer. */
import type { ReactNode } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import { failureRaw, failureText } from '../../text/failure-text.ts';
import { formatCount } from '../../text/format.ts';
import { Button } from '../../ui/Button.tsx';
import { SayPanel } from '../../ui/Say.tsx';
import { isGoing } from './browser-state.ts';
import type { BrowserStore } from './browser-store.ts';
import { countNames, type Listing } from './list-model.ts';

export function EmptyList({ listing, store }: { listing: Listing; store: BrowserStore }) {
  if (listing.place.bucket === null) {
    return (
      <SayPanel
        calm
        icon="bucket"
        title="This account has no bucket."
        body="Listed in full. A bucket of another account that you may use opens by its name: type it into the path."
      />
    );
  }
  const root = listing.place.prefix === '';
  return (
    <SayPanel
      calm
      icon="folder"
      title={root ? 'This bucket is empty.' : 'This folder is empty.'}
      body={`Listed in full: no object, no folder${root ? '' : ` under ${listing.place.prefix}`}.`}
      acts={
        <Button onPress={() => store.up()}>{root ? 'Show all buckets' : 'Go to the folder above'}</Button>
      }
    />
  );
}

export function NoMatch({
  listing,
  filter,
  store,
}: {
  listing: Listing;
  filter: string;
  store: BrowserStore;
}) {
  const count = formatCount(countNames(listing));
  const going = isGoing(store.current());
  return (
    <SayPanel
      calm
      icon="filter"
      title={`No name holds “${filter}”.`}
      body={
        listing.complete
          ? `Looked through all ${count} names here.`
          : `Looked through the ${count} names listed so far${going ? '; more are coming' : ''}.`
      }
      acts={
        <>
          <Button onPress={() => store.set({ filter: '' })}>Clear the filter</Button>
          {listing.halted === 'stopped' && (
            <Button look="quiet" onPress={store.goOn}>
              List more
            </Button>
          )}
        </>
      }
    />
  );
}

export function ListFailure({
  failure,
  pass,
  store,
}: {
  failure: Failure;
  pass: PassView;
  store: BrowserStore;
}) {
  const words = failureText(failure);
  return (
    <SayPanel
      icon={failure.retry === 'never' ? 'no' : 'alert'}
      tone="danger"
      title={words.title}
      body={`${words.body} ${words.next}`}
      raw={failureRaw(failure)}
      failure={failure.code}
      acts={<Ways failure={failure} pass={pass} store={store} />}
    />
  );
}

function Ways({
  failure,
  pass,
  store,
}: {
  failure: Failure;
  pass: PassView;
  store: BrowserStore;
}): ReactNode {
  const { order } = useApi();
  const allBuckets = store.current().place.bucket !== null && (
    <Button look="quiet" onPress={() => store.open({ bucket: null, prefix: '' })}>
      Show all buckets
    </Button>
  );
  if (failure.retry === 'afterSignIn') {
    return (
      <Button look="primary" onPress={() => order('signin.start', { organisation: pass.organisation })}>
        Sign in again
      </Button>
    );
  }
  return (
    <>
      {failure.retry === 'now' && (
        <Button look="primary" onPress={store.again}>
          Try again
        </Button>
      )}
      {allBuckets}
    </>
  );
}
