/** The S3 browser of one pass: path, list, facts. The list never vanishes while something else is going on. */
import { type ReactNode, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import { AskingHoles, useSlow } from './Asking.tsx';
import { BeginActionContext } from './actions/begin.ts';
import { useRowMenu } from './actions/RowMenu.tsx';
import { targetOf } from './actions/target.ts';
import type { BrowserStore } from './browser-store.ts';
import './browser.css';
import './list.css';
import './panels.css';
import { Content } from './Content.tsx';
import { DropHint } from './drop/DropHint.tsx';
import { useDrop } from './drop/use-drop.ts';
import type { Row } from './list-model.ts';
import { PathRow } from './PathRow.tsx';
import { usePays } from './payers.ts';
import { type Place, samePlace } from './place.ts';
import { useBookmark, useNoteVisits } from './places/use-places.ts';
import { selectedRows, textOfSelected } from './selected-rows.ts';
import { useListingKeys } from './use-listing-keys.ts';

interface BrowserProps {
  pass: PassView;
  store: BrowserStore;
  /** True while the session lives. */
  live: boolean;
  /** Stands between the path and the list, such as the band of an ended session. */
  band: ReactNode;
}

export function Browser({ pass, store, live, band }: BrowserProps) {
  const { order, refusals } = useApi();
  const state = useSyncExternalStore(store.subscribe, store.current);
  const [editing, setEditing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const section = useRef<HTMLElement>(null);
  const slow = useSlow(state.asking);
  useListWhenSignedIn(pass, store, live);
  useNoteVisits(pass.id, state.listing);
  const bookmark = useBookmark(pass.id, state.place);
  const begin = useContext(BeginActionContext);
  const { onContextMenu, menu } = useRowMenu(pass, store, box);

  const drop = useDrop(pass, state.place, live);

  const { listing, view } = state;
  const bucket = listing?.place.bucket ?? null;
  const requesterPays = usePays(pass.id, bucket ?? '');
  const arrived = listing !== null && samePlace(listing.place, state.place);

  function openPlace(place: Place, object: string | null = null) {
    if (live) store.open(place, object);
    box.current?.focus();
  }
  function open(row: Row) {
    if (row.kind === 'object') store.set({ facts: row.key });
    else if (row.kind === 'bucket') openPlace({ bucket: row.key, prefix: '' });
    else openPlace({ bucket, prefix: row.key });
  }
  function look(row: Row) {
    if (row.kind === 'object') store.set({ facts: state.facts === row.key ? null : row.key });
  }
  function download(row: Row) {
    if (live && row.kind === 'object' && bucket !== null)
      void order('transfer.download', {
        ...{ pass: pass.id, bucket, base: state.place.prefix, to: 'file', conflict: 'replace' },
        sources: [{ kind: 'object', key: row.key }],
        requesterPays,
      });
  }
  /** One object is asked a name for; several, and folders, keep theirs below a folder. */
  function downloadSelected(row: Row) {
    const target = listing && arrived && targetOf(listing.place, selectedRows(store));
    if (!target || (target.folders.length === 0 && target.objects.length <= 1)) return download(row);
    begin('downloadTo', target);
  }
  const uriOf = (row: Row) => (row.kind === 'bucket' ? `s3://${row.key}/` : `s3://${bucket}/${row.key}`);
  useListingKeys({
    store,
    live,
    box,
    open,
    look,
    download: downloadSelected,
    bookmark: bookmark.toggle,
    copy(textOf) {
      const text = textOfSelected(store, textOf);
      if (text === null) refusals.set({ code: 'selection-too-large', retry: 'never' });
      else void order('text.copy', { text });
    },
    editPath: () => section.current?.querySelector<HTMLInputElement>('[aria-label="Path"]')?.focus(),
    focusFilter: () => filter.current?.focus(),
    begin(name) {
      const rows = name === 'newFolder' || name === 'uploadFiles' ? [] : selectedRows(store);
      const target = listing && arrived && targetOf(listing.place, rows);
      if (target) begin(name, target);
    },
    uriOf,
  });

  return (
    <section
      className="browser"
      aria-label="Files"
      data-guarded={pass.guarded || undefined}
      ref={section}
      onContextMenu={onContextMenu}
      {...drop.handlers}
    >
      <PathRow
        pass={pass}
        state={state}
        store={store}
        live={live}
        editing={editing}
        onEditing={setEditing}
        onOpened={() => box.current?.focus()}
        filterRef={filter}
        onToList={() => {
          if (view && view.order.placeOf(state.cursorRow) < 0) store.moveTo(0);
          box.current?.focus();
        }}
      />
      <AskingHoles shown={slow} />
      <div>{band}</div>
      <Content {...{ pass, state, store, arrived, live, slow, box, open, download }} />
      {menu}
      <DropHint hanging={drop.hanging} />
    </section>
  );
}

/** Lists when the session begins: the first time, and again after it had ended. */
function useListWhenSignedIn(pass: PassView, store: BrowserStore, live: boolean) {
  const session = pass.session.kind === 'active' ? pass.session.startedAt : 0;
  useEffect(() => {
    if (live && session !== store.listedFor()) store.listFor(session);
  }, [live, session, store]);
}
