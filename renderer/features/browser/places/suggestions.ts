/** What the path field offers: bookmarks, recent places and known buckets of the pass on screen. Pure. */
import type { PlacesView } from '../../../../electron/contract/places.ts';
import { fitsTyped } from '../../../text/typed-words.ts';
import { type Place, placeUri, samePlace } from '../place.ts';

export interface Suggestion {
  kind: 'bookmark' | 'recent' | 'bucket';
  place: Place;
}

const MOST_OFFERED = 60;

/** `typed` empty: everything. The place on screen and what was named before are left out. */
export function suggestionsFor(
  pass: string,
  here: Place,
  { bookmarks, recents }: PlacesView,
  buckets: readonly string[],
  typed: string,
): Suggestion[] {
  const own = (kind: Suggestion['kind'], all: PlacesView['bookmarks']): Suggestion[] =>
    all
      .filter((each) => each.pass === pass)
      .map(({ bucket, prefix }) => ({ kind, place: { bucket, prefix } }));
  const all: Suggestion[] = [
    ...own('bookmark', bookmarks),
    ...own('recent', recents),
    ...buckets.map((bucket): Suggestion => ({ kind: 'bucket', place: { bucket, prefix: '' } })),
  ];
  const seen = new Set<string>();
  return all
    .filter(({ place }) => {
      const uri = placeUri(place);
      if (seen.has(uri) || samePlace(place, here) || !fitsTyped(uri, typed)) return false;
      seen.add(uri);
      return true;
    })
    .slice(0, MOST_OFFERED);
}
