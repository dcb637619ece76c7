/**
 * One pass's way through S3: where it is, where it was, what is listed. Knows no component and no words. The last
 * listing stays until the first names of the next one are there.
 */
import type { Failure } from '../../../electron/contract/failure.ts';
import type { S3Client } from '../../bridge/s3-port.ts';
import { type BrowserState, beginAt } from './browser-state.ts';
import { byName, isAsListed, nextSort, type SortColumn, sameArrangement } from './columns/arrangement.ts';
import { createArranger, type OpenArranger, type View } from './columns/arranger.ts';
import { type Listing, viewAsListed } from './list-model.ts';
import { type OpenListing, openListing } from './open-listing.ts';
import { allBuckets, type Place, parentPlace, samePlace } from './place.ts';
import { createSelector, nothingSelected } from './selection.ts';
import { createSums, type Sums } from './sums/sums.ts';

/** What becomes of the selection when the cursor goes to a row. */
export type Select = 'only' | 'toggle' | 'extend';

export interface BrowserStore {
  /** Of whole folders. */
  readonly sums: Sums;
  current(): BrowserState;
  subscribe(listener: () => void): () => void;
  open(place: Place, cursor?: string | null): void;
  up(): void;
  back(): void;
  forward(): void;
  /** Lists the present place again. */
  again(): void;
  /** No more names for now; and on where it stopped. */
  stop(): void;
  goOn(): void;
  /**
   * Lists for a session, named by its start, unless the list is still coming; `listedFor` answers the last one,
   * 0 before the first.
   */
  listFor(startedAt: number): void;
  listedFor(): number;
  set(part: Partial<Pick<BrowserState, 'filter' | 'sort' | 'cursor' | 'facts' | 'version'>>): void;
  sortBy(column: SortColumn): void;
  /** The cursor to the row at this place of the view. */
  moveTo(place: number, select?: Select): void;
  selectAll(): void;
  /** At once, or when the rows stand as they were wished last; forgotten when another place is gone to meanwhile. */
  whenArranged(then: () => void): void;
  /** Numbers of the selected rows, as they stand in the view; the cursor's row when no other is. */
  selected(): Iterable<number>;
}

export function createBrowserStore(
  s3: S3Client,
  pass: string,
  now: () => number,
  openArranger: OpenArranger,
  start = allBuckets,
): BrowserStore {
  let state = beginAt(start);
  const listeners = new Set<() => void>();
  const sums = createSums(s3, pass, now);
  const arranger = createArranger(openArranger, { arranged: takeView, failed: unsorted });
  const selector = createSelector(
    (number) => state.listing?.columns.sizeOf(number) ?? 0,
    (bits) => state.listing?.columns.sizeOfAll(bits) ?? 0,
  );
  let listing: OpenListing | null = null;
  /** Begun to come, and not on screen before the worker has sorted it. */
  let incoming: Listing | null = null;
  /** A second death for the same wish is not answered by a third try. */
  let mayRestart = true;
  let listedFor = 0;
  let afterArranging: (() => void)[] = [];

  function isArranging(): boolean {
    const { view, listing, place } = state;
    return (
      view !== null && listing !== null && samePlace(listing.place, place) && !sameArrangement(view, state)
    );
  }
  function arranged() {
    if (isArranging()) return;
    const then = afterArranging;
    afterArranging = [];
    for (const each of then) each();
  }
  function update(part: Partial<BrowserState>) {
    state = { ...state, ...part };
    for (const listener of [...listeners]) listener();
  }
  function ask() {
    listing?.close();
    incoming = null;
    update({ asking: true });
    listing = openListing(s3, pass, state.place, now, {
      listed: takeListing,
      failed: (failure) => update({ asking: false, failure }),
      lost: restart,
    });
  }
  function takeListing(listing: Listing) {
    const fresh = listing.columns !== state.listing?.columns;
    if (isAsListed(state)) {
      if (fresh) arranger.rest();
      return show(listing, viewAsListed(listing), null);
    }
    if (!fresh) {
      arranger.again();
      return show(listing, state.view ?? viewAsListed(listing), null);
    }
    // Shown once it is sorted: names that stand elsewhere a moment later are no list.
    if (incoming?.columns === listing.columns) arranger.again();
    else arranger.arrange(listing.columns, state);
    incoming = listing;
    state = { ...state, failure: null };
  }
  function takeView(view: View) {
    if (!sameArrangement(view, state)) return;
    if (view.columns === incoming?.columns) show(incoming, view, state.failure);
    else if (view.columns === state.listing?.columns) update({ view });
    arranged();
  }
  function show(listing: Listing, view: View, failure: Failure | null) {
    const { cursor } = state;
    const fresh = listing.columns !== state.listing?.columns;
    incoming = null;
    state = { ...state, asking: false, failure, listing, view };
    if (fresh || (cursor !== null && state.cursorRow < 0)) state = { ...state, ...cursorAt(cursor) };
    update({});
  }
  function arrange() {
    const listing = incoming ?? state.listing;
    if (!listing || !samePlace(listing.place, state.place)) return;
    if (!isAsListed(state)) return arranger.arrange(listing.columns, state);
    show(listing, viewAsListed(listing), state.failure);
    arranged();
  }
  /** The worker died: better unsorted and whole than not at all. */
  function unsorted() {
    arranger.rest();
    state = { ...state, filter: '', sort: byName };
    arrange();
    update({});
    arranged();
  }
  /** A cursor by its key; its row may still be to come. */
  function cursorAt(cursor: string | null): Pick<BrowserState, 'cursor' | 'cursorRow' | 'selection'> {
    const cursorRow = cursor === null ? -1 : (state.listing?.columns.find(cursor) ?? -1);
    return { cursor, cursorRow, selection: cursorRow < 0 ? nothingSelected : selector.only(cursorRow) };
  }
  function restart() {
    if (!mayRestart) return update({ asking: false, failure: { code: 's3-process-died', retry: 'now' } });
    mayRestart = false;
    update({ restarted: true });
    ask();
  }
  function listAgain() {
    const { place, filter, cursor, facts, version } = state;
    go(place, { filter, cursor, facts, version });
  }
  function go(place: Place, part: Partial<BrowserState>) {
    mayRestart = true;
    afterArranging = [];
    const failure = samePlace(place, state.place) ? state.failure : null;
    // Buckets and objects have other columns; from folder to folder the order stays as it was wanted.
    const sort = (place.bucket === null) === (state.place.bucket === null) ? state.sort : byName;
    const fresh = { filter: '', facts: null, version: null, cursor: null, restarted: false };
    update({ place, failure, sort, ...fresh, ...part });
    ask();
  }

  return {
    sums,
    current: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(place, cursor = null) {
      if (samePlace(place, state.place)) return go(place, { cursor });
      go(place, { cursor, back: [...state.back, state.place], forward: [] });
    },
    up() {
      if (state.place.bucket === null) return;
      const from = state.place.prefix || state.place.bucket;
      this.open(parentPlace(state.place), from);
    },
    back() {
      const place = state.back.at(-1);
      if (!place) return;
      go(place, { back: state.back.slice(0, -1), forward: [state.place, ...state.forward] });
    },
    forward() {
      const [place, ...rest] = state.forward;
      if (!place) return;
      go(place, { back: [...state.back, state.place], forward: rest });
    },
    again() {
      const { bucket, prefix } = state.place;
      if (bucket !== null) sums.forget(bucket, prefix);
      listAgain();
    },
    stop: () => listing?.pause(),
    goOn() {
      if (listing?.goOn() !== false) return;
      update({ restarted: true });
      ask();
    },
    listFor(startedAt) {
      listedFor = startedAt;
      const { listing, asking, failure, place } = state;
      const isUnderWay =
        listing !== null && !asking && !failure && !listing.complete && listing.halted !== 'full';
      // The S3 process goes on with it by itself, from where it was.
      if (isUnderWay && samePlace(listing.place, place)) return;
      listAgain();
    },
    listedFor: () => listedFor,
    set(part) {
      const { cursor, facts } = part;
      // Another object is looked at as it is now.
      if (facts !== undefined && facts !== state.facts) update({ version: null });
      update({ ...part, ...(cursor === undefined ? {} : cursorAt(cursor)) });
      // What a filter hides is not selected: nothing is done to rows that nobody sees.
      if (part.filter !== undefined) update({ ...cursorAt(state.cursor) });
      if (part.filter !== undefined || part.sort) arrange();
    },
    sortBy(column) {
      this.set({ sort: nextSort(state.sort, column) });
    },
    moveTo(place, select = 'only') {
      const { view, listing, facts } = state;
      const number = view?.order.at(place);
      if (!view || !listing || number === undefined || place < 0 || place >= view.order.count) return;
      const { key } = listing.columns.row(number);
      const selection = select === 'extend' ? selector.extend(view.order, place) : selector[select](number);
      const shown = facts !== null && facts !== key ? { facts: key, version: null } : {};
      update({ cursor: key, cursorRow: number, selection, ...shown });
    },
    selectAll() {
      if (state.view) update({ selection: selector.all(state.view.order) });
    },
    whenArranged(then) {
      if (isArranging()) afterArranging.push(then);
      else then();
    },
    selected() {
      const { view, selection, cursorRow } = state;
      if (!view || (selection.count === 0 && cursorRow < 0)) return [];
      return selection.count === 0 ? [cursorRow] : selector.inOrder(view.order);
    },
  };
}
