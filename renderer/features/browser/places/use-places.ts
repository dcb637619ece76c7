/** Bookmarks and recent places as the browser keeps them: in main's memory, by commands. */
import { useEffect } from 'react';
import type { KeptPlace } from '../../../../electron/contract/places.ts';
import { sameKeptPlace } from '../../../../electron/contract/places.ts';
import { useApi, useSnapshot } from '../../../bridge/use-api.ts';
import type { Listing } from '../list-model.ts';
import type { Place } from '../place.ts';

/** Null: a place that is not kept, such as the list of buckets. */
function keptPlaceOf(pass: string, { bucket, prefix }: Place): KeptPlace | null {
  return bucket === null ? null : { pass, bucket, prefix };
}

export function useBookmark(pass: string, place: Place): { isKept: boolean; toggle: () => void } {
  const { order } = useApi();
  const { bookmarks } = useSnapshot().places;
  const here = keptPlaceOf(pass, place);
  const isKept = here !== null && bookmarks.some((each) => sameKeptPlace(each, here));
  return {
    isKept,
    toggle() {
      if (here === null) return;
      if (isKept) void order('places.forget', { ...here, from: 'bookmarks' });
      else void order('places.bookmark', here);
    },
  };
}

/** A place counts as visited once something of it was listed. */
export function useNoteVisits(pass: string, listing: Listing | null) {
  const { look } = useApi();
  const bucket = listing?.place.bucket ?? null;
  const prefix = listing?.place.prefix ?? '';
  useEffect(() => {
    const place = keptPlaceOf(pass, { bucket, prefix });
    if (place) void look('places.visited', place);
  }, [pass, bucket, prefix, look]);
}
