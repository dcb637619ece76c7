/** What the browser of one pass knows: where it is, where it was, what is on screen. Pure. */
import type { Failure } from '../../../electron/contract/failure.ts';
import { byName, type Sort } from './columns/arrangement.ts';
import type { View } from './columns/arranger.ts';
import type { Listing } from './list-model.ts';
import type { Place } from './place.ts';
import { nothingSelected, type Selection } from './selection.ts';

export interface BrowserState {
  place: Place;
  back: readonly Place[];
  forward: readonly Place[];
  /** What is on screen; may still be of the place before. */
  listing: Listing | null;
  /** Which of its rows, in which order. The old one stays until the worker has made the new one. */
  view: View | null;
  asking: boolean;
  failure: Failure | null;
  /** The S3 process stopped meanwhile and the listing was begun again. */
  restarted: boolean;
  filter: string;
  sort: Sort;
  /** Key of the row with the cursor. */
  cursor: string | null;
  /** Its number in the listing; -1 while no such row has come. */
  cursorRow: number;
  selection: Selection;
  /** Key of the object whose facts are open. */
  facts: string | null;
  /** Which version of it is looked at; null: the present one. */
  version: string | null;
}

export function beginAt(place: Place): BrowserState {
  return {
    place,
    back: [],
    forward: [],
    listing: null,
    view: null,
    asking: false,
    failure: null,
    restarted: false,
    filter: '',
    sort: byName,
    cursor: null,
    cursorRow: -1,
    selection: nothingSelected,
    facts: null,
    version: null,
  };
}

/** Still coming: neither complete nor stopped nor refused. */
export function isGoing({ listing, asking, failure }: BrowserState): boolean {
  return listing !== null && !asking && !failure && !listing.complete && listing.halted === null;
}
