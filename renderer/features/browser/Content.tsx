/** What is under the path: the list with its foot and facts, or the state that stands in its place. */
import type { RefObject } from 'react';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import type { BrowserState } from './browser-state.ts';
import type { BrowserStore } from './browser-store.ts';
import type { View } from './columns/arranger.ts';
import { DeniedPanel } from './DeniedPanel.tsx';
import { FactsPanel } from './FactsPanel.tsx';
import { ListFoot } from './ListFoot.tsx';
import { EmptyList, ListFailure, NoMatch } from './ListStates.tsx';
import { ListTable } from './ListTable.tsx';
import { countNames, type Listing, type Row } from './list-model.ts';
import type { Place } from './place.ts';

interface ContentProps {
  pass: PassView;
  state: BrowserState;
  store: BrowserStore;
  /** False while the listing on screen is still that of the place before. */
  arrived: boolean;
  live: boolean;
  slow: boolean;
  box: RefObject<HTMLDivElement | null>;
  open: (row: Row) => void;
  download: (row: Row) => void;
}

export function Content(props: ContentProps) {
  const { pass, state, store, arrived, slow, live } = props;
  const { listing, failure } = state;
  // A later page that fails leaves the list; a first one takes its place. After the end the list stays anyway.
  if (failure && live && !(arrived && listing)) {
    const denied = failure.code === 's3-access-denied';
    const { place } = state;
    if (denied) return <DeniedPanel pass={pass} place={place} failure={failure} onAgain={store.again} />;
    return <ListFailure failure={failure} pass={pass} store={store} />;
  }
  if (!listing || !state.view)
    return <p className="waiting dim">{slow ? `Asking ${askedWords(state.place, pass)}` : ''}</p>;
  return <Listed {...props} listing={listing} view={state.view} />;
}

function askedWords(place: Place, pass: PassView): string {
  return place.bucket === null ? `${pass.region} for the buckets` : `for ${place.bucket}`;
}

function Listed(props: ContentProps & { listing: Listing; view: View }) {
  const { order } = useApi();
  const { pass, state, store, arrived, live, slow, box, listing, view, open, download } = props;
  const bucket = listing.place.bucket;
  const facts = bucket === null ? undefined : factsOf(listing, state.facts);
  const inConsole = ({ key }: Row, bucket: string) => {
    const place = { kind: 'object' as const, bucket, key, ...(listing.region && { region: listing.region }) };
    void order('console.open', { pass: pass.id, place });
  };
  return (
    <div className={facts ? 'split' : 'split one'}>
      <div className="list">
        {view.order.count > 0 ? (
          <ListTable
            listing={listing}
            view={view}
            cursorRow={state.cursorRow}
            selection={state.selection}
            stale={!live || !arrived}
            boxRef={box}
            onMove={store.moveTo}
            onOpen={open}
            onSort={(column) => arrived && store.sortBy(column)}
          />
        ) : (
          <div className="instead">
            <NoRows listing={listing} view={view} store={store} />
          </div>
        )}
        {slow && !arrived ? (
          <footer className="foot">Asking {askedWords(state.place, pass)}</footer>
        ) : (
          <ListFoot state={state} store={store} listing={listing} view={view} ended={!live} />
        )}
      </div>
      {facts && bucket !== null && (
        <FactsPanel
          pass={pass}
          object={facts}
          bucket={bucket}
          region={listing.region}
          live={live}
          onDownload={() => download(facts)}
          onConsole={() => inConsole(facts, bucket)}
          onClose={() => store.set({ facts: null })}
        />
      )}
    </div>
  );
}

function NoRows({ listing, view, store }: { listing: Listing; view: View; store: BrowserStore }) {
  if (countNames(listing) > 0) return <NoMatch listing={listing} filter={view.filter} store={store} />;
  return listing.complete ? <EmptyList listing={listing} store={store} /> : null;
}

function factsOf({ columns }: Listing, key: string | null): (Row & { kind: 'object' }) | undefined {
  const number = key === null ? -1 : columns.find(key);
  const row = number < 0 ? undefined : columns.row(number);
  return row?.kind === 'object' ? row : undefined;
}
