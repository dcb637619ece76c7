/** What is under the path: the list with its foot and facts, or the state that stands in its place. */
import type { RefObject } from 'react';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import type { BrowserState } from './browser-state.ts';
import type { BrowserStore } from './browser-store.ts';
import type { View } from './columns/arranger.ts';
import { DeniedPanel } from './DeniedPanel.tsx';
import { Inspector } from './inspector/Inspector.tsx';
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
  const shown = bucket === null ? null : shownObject(listing, state.facts);
  const inConsole = (key: string, bucket: string) => {
    const place = { kind: 'object' as const, bucket, key, ...(listing.region && { region: listing.region }) };
    void order('console.open', { pass: pass.id, place });
  };
  return (
    <div className={shown ? 'split' : 'split one'}>
      <div className="list">
        {view.order.count > 0 ? (
          <ListTable
            store={store}
            listing={listing}
            view={view}
            cursorRow={state.cursorRow}
            selection={state.selection}
            live={live}
            arrived={arrived}
            slow={slow}
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
      {shown && bucket !== null && (
        <Inspector
          pass={pass}
          bucket={bucket}
          region={listing.region}
          prefix={listing.place.prefix}
          objectKey={shown.key}
          version={state.version}
          listed={shown.row}
          listedAll={listing.complete}
          live={live}
          onVersion={(version) => store.set({ version })}
          onDownload={download}
          onConsole={() => inConsole(shown.key, bucket)}
          onClose={() => {
            store.set({ facts: null });
            box.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </div>
  );
}

function NoRows({ listing, view, store }: { listing: Listing; view: View; store: BrowserStore }) {
  if (countNames(listing) > 0) return <NoMatch listing={listing} filter={view.filter} store={store} />;
  return listing.complete ? <EmptyList listing={listing} store={store} /> : null;
}

/** A key that is not listed, or not yet, is shown all the same: what was deleted has versions. A folder is no object. */
function shownObject({ columns }: Listing, key: string | null): ShownObject | null {
  if (key === null) return null;
  const number = columns.find(key);
  if (number < 0) return { key, row: null };
  const row = columns.row(number);
  return row.kind === 'object' ? { key, row } : null;
}

interface ShownObject {
  key: string;
  row: (Row & { kind: 'object' }) | null;
}
