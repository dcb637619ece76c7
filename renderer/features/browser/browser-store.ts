/**
 * One pass's way through S3: where it is, where it was, what is listed. Talks to the S3 port, knows no
 * component and no words. The last listing stays until the first page of the next one is there.
 */
import type { Failure } from '../../../electron/contract/failure.ts';
import type { S3Answer } from '../../../electron/contract/s3-port.ts';
import type { S3Call, S3Client } from '../../bridge/s3-port.ts';
import { addPage, bucketListing, type Listing } from './list-model.ts';
import { allBuckets, type Place, parentPlace, samePlace } from './place.ts';

export interface BrowserState {
  place: Place;
  back: readonly Place[];
  forward: readonly Place[];
  /** What is on screen; may still be of the place before. */
  listing: Listing | null;
  asking: boolean;
  failure: Failure | null;
  /** The S3 process stopped meanwhile and the listing was begun again. */
  restarted: boolean;
  filter: string;
  /** Key of the row with the cursor. */
  cursor: string | null;
  /** Key of the object whose facts are open. */
  facts: string | null;
}

export interface BrowserStore {
  current(): BrowserState;
  subscribe(listener: () => void): () => void;
  open(place: Place, cursor?: string | null): void;
  up(): void;
  back(): void;
  forward(): void;
  /** Lists the present place again. */
  again(): void;
  more(): void;
  /** Lists for a session, named by its start; `listedFor` answers the last one, 0 before the first. */
  listFor(startedAt: number): void;
  listedFor(): number;
  set(part: Partial<Pick<BrowserState, 'filter' | 'cursor' | 'facts'>>): void;
}

export function createBrowserStore(
  s3: S3Client,
  pass: string,
  now: () => number,
  start = allBuckets,
): BrowserStore {
  let state: BrowserState = {
    place: start,
    back: [],
    forward: [],
    listing: null,
    asking: false,
    failure: null,
    restarted: false,
    filter: '',
    cursor: null,
    facts: null,
  };
  const listeners = new Set<() => void>();
  let call: S3Call | null = null;
  /** A second death without a page in between is not answered by a third try. */
  let mayRestart = true;
  let listedFor = 0;

  function update(part: Partial<BrowserState>) {
    state = { ...state, ...part };
    for (const listener of [...listeners]) listener();
  }
  function ask() {
    call?.stop();
    const place = state.place;
    let pages: Listing | null = null;
    const start =
      place.bucket === null
        ? ({ op: 'buckets', pass } as const)
        : ({ op: 'list', pass, bucket: place.bucket, prefix: place.prefix } as const);
    update({ asking: true });
    call = s3.start(start, {
      answer(answer) {
        if (answer.kind !== 'failed') pages = grow(place, pages, answer, now());
        take(answer, pages);
      },
      lost: restart,
    });
  }
  function take(answer: S3Answer, listing: Listing | null) {
    if (answer.kind === 'failed') return update({ asking: false, failure: answer.failure });
    mayRestart = true;
    update({ asking: false, failure: null, listing });
  }
  function restart() {
    // A listing that rests between two pages is begun again only when its next page is wanted.
    if (!state.asking) return;
    if (!mayRestart) return update({ asking: false, failure: { code: 's3-process-died', retry: 'now' } });
    mayRestart = false;
    update({ restarted: true });
    ask();
  }
  function go(place: Place, part: Partial<BrowserState>) {
    mayRestart = true;
    const failure = samePlace(place, state.place) ? state.failure : null;
    update({ place, failure, filter: '', facts: null, cursor: null, restarted: false, ...part });
    ask();
  }

  return {
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
      go(state.place, { filter: state.filter, cursor: state.cursor, facts: state.facts });
    },
    more() {
      if (state.asking || state.failure || !state.listing || state.listing.complete) return;
      if (!samePlace(state.listing.place, state.place)) return;
      if (call?.more()) return update({ asking: true });
      update({ restarted: true });
      ask();
    },
    listFor(startedAt) {
      listedFor = startedAt;
      this.again();
    },
    listedFor: () => listedFor,
    set: update,
  };
}

function grow(place: Place, pages: Listing | null, answer: S3Answer, at: number): Listing | null {
  if (answer.kind === 'buckets') return bucketListing(place, answer.buckets, at);
  return answer.kind === 'page' ? addPage(place, pages, answer, at) : pages;
}
