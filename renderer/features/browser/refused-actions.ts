/**
 * What AWS refused to a pass, kept in this window until that pass's sign-in changes, so that nobody waits for the
 * same no twice. Only ever shown: whoever wants to try again, tries.
 */
import { createContext } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { Place } from './place.ts';

export interface Refused {
  failure: Failure;
  /** Epoch ms. */
  at: number;
}

export interface RefusedActions {
  noteListing(pass: string, place: Place, refused: Refused): void;
  dropListing(pass: string, place: Place): void;
  listing(pass: string, place: Place): Refused | null;
  noteReading(pass: string, bucket: string, key: string, refused: Refused): void;
  /** An object of the bucket was read: what holds for one object does not hold for all. */
  dropReading(pass: string, bucket: string, key: string): void;
  /** This object's own refusal, else the newest one of another object in its bucket. */
  reading(pass: string, bucket: string, key: string): (Refused & { sameObject: boolean }) | null;
  subscribe(listener: () => void): () => void;
}

/** Null in windows without a browser. */
export const RefusedActionsContext = createContext<RefusedActions | null>(null);

const MOST = 500;

type Entry = Refused & { session: number };

/** `sessionOf`: the start of a pass's live session, which names it; 0 when there is none. */
export function createRefusedActions(sessionOf: (pass: string) => number): RefusedActions {
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const note = (name: string, pass: string, { failure, at }: Refused) => {
    entries.delete(name);
    entries.set(name, { failure, at, session: sessionOf(pass) });
    const [oldest] = entries.keys();
    if (entries.size > MOST && oldest !== undefined) entries.delete(oldest);
  };
  const find = (name: string, pass: string): Entry | null => {
    const entry = entries.get(name);
    return entry && entry.session === sessionOf(pass) ? entry : null;
  };
  return {
    noteListing(pass, place, refused) {
      note(nameOf('list', pass, place.bucket ?? '', place.prefix), pass, refused);
      tell();
    },
    dropListing(pass, place) {
      if (entries.delete(nameOf('list', pass, place.bucket ?? '', place.prefix))) tell();
    },
    listing: (pass, place) => find(nameOf('list', pass, place.bucket ?? '', place.prefix), pass),
    noteReading(pass, bucket, key, refused) {
      note(nameOf('read', pass, bucket, key), pass, refused);
      // An archive, a lock or a key is the object's own matter.
      if (refused.failure.code === 's3-access-denied') note(nameOf('readAny', pass, bucket), pass, refused);
      tell();
    },
    dropReading(pass, bucket, key) {
      entries.delete(nameOf('readAny', pass, bucket));
      entries.delete(nameOf('read', pass, bucket, key));
      tell();
    },
    reading(pass, bucket, key) {
      const own = find(nameOf('read', pass, bucket, key), pass);
      if (own) return { ...own, sameObject: true };
      const other = find(nameOf('readAny', pass, bucket), pass);
      return other && { ...other, sameObject: false };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function nameOf(...parts: string[]): string {
  return JSON.stringify(parts);
}
