/** Bookmarks and recent places in the app's memory: how each of them changes it. Pure. */
import {
  type KeptPlace,
  MOST_BOOKMARKS,
  MOST_RECENTS,
  type PlacesView,
  sameKeptPlace,
} from '../contract/places.ts';
import { AppError } from '../lib/app-error.ts';
import type { State } from './schema.ts';

export interface PlacesKeeper {
  /** Of passes that are there. */
  places(): PlacesView;
  /** Throws `unknown-pass`, or `too-many-bookmarks` when there is no room: none is dropped for another. */
  bookmark(place: KeptPlace): void;
  /** A place that was opened becomes the newest. */
  visited(place: KeptPlace): void;
  forgetPlace(from: keyof PlacesView, place: KeptPlace): void;
}

interface Parts {
  state: () => State;
  change: (next: Partial<State>) => void;
  passes: () => readonly { id: string }[];
}

export function createPlaces({ state, change, passes }: Parts): PlacesKeeper {
  const isKnown = (id: string) => passes().some((pass) => pass.id === id);
  const ofKnown = (all: readonly KeptPlace[]) => {
    const known = new Set(passes().map(({ id }) => id));
    return all.filter(({ pass }) => known.has(pass));
  };
  return {
    places: () => ({ bookmarks: ofKnown(state().bookmarks), recents: ofKnown(state().recents) }),
    bookmark(place) {
      if (!isKnown(place.pass)) throw new AppError('unknown-pass', { retry: 'never', subject: place.pass });
      const { bookmarks } = state();
      if (bookmarks.some((each) => sameKeptPlace(each, place))) return;
      if (bookmarks.length >= MOST_BOOKMARKS)
        throw new AppError('too-many-bookmarks', { retry: 'never', subject: String(MOST_BOOKMARKS) });
      change({ bookmarks: [...bookmarks, place] });
    },
    visited(place) {
      const [newest] = state().recents;
      if (!isKnown(place.pass) || (newest && sameKeptPlace(newest, place))) return;
      change({ recents: withVisit(state().recents, place) });
    },
    forgetPlace(from, place) {
      const left = state()[from].filter((each) => !sameKeptPlace(each, place));
      if (left.length < state()[from].length) change({ [from]: left });
    },
  };
}

/** A walk deeper stands for the folders on its way. */
export function withVisit(recents: readonly KeptPlace[], place: KeptPlace): KeptPlace[] {
  const [newest] = recents;
  const isOnTheWay =
    newest?.pass === place.pass && newest.bucket === place.bucket && place.prefix.startsWith(newest.prefix);
  const others = (isOnTheWay ? recents.slice(1) : recents).filter((each) => !sameKeptPlace(each, place));
  return [place, ...others].slice(0, MOST_RECENTS);
}

/** A pass that goes takes its places along. */
export function withoutPlacesOf(
  { bookmarks, recents }: Pick<State, 'bookmarks' | 'recents'>,
  gone: (pass: string) => boolean,
): Pick<State, 'bookmarks' | 'recents'> {
  const stays = ({ pass }: KeptPlace) => !gone(pass);
  return { bookmarks: bookmarks.filter(stays), recents: recents.filter(stays) };
}
