// What is in one bucket: every version of every key, newest first. What is made is there from the start; what is
// written is kept in memory until the demo ends. Knows no request and no right.

import type { DemoObject } from '../content/object.ts';
import { sortByKey } from './key-order.ts';
import type { Room } from './room.ts';
import type { Sequence } from './sequence.ts';
import { freshVersionId, madeVersionId, NULL_VERSION, type Version } from './version.ts';

/** One event of a bucket's past, oldest first of each key. */
export type Made = DemoObject | { key: string; deletedAt: number };

export interface Shelf {
  /** What is listed, in UTF-8 byte order of the keys. */
  objects(): Sequence<DemoObject>;
  /** Every version and marker, keys in that same order, newest first. */
  versions(): Sequence<Version>;
  /** Without an id the newest one, which may be a delete marker. */
  find(key: string, id?: string): Version | undefined;
  /**
   * `sizeBytes`: what its bytes take of the room, 0 for a copy by reference. Undefined when there is no room, or when
   * it would take the place of what is made and may not be changed.
   */
  put(object: DemoObject, sizeBytes: number): Version | undefined;
  /**
   * Without an id: lays a delete marker where versions are kept, else takes the object away. The marker that was laid or
   * the version that was taken away; undefined when there was nothing.
   */
  remove(key: string, id: string | undefined, now: number): Version | 'refused' | undefined;
  /** Changes what is told of a version; false when it may not be changed. */
  change(key: string, id: string, change: Pick<Version, 'object'> | Pick<Version, 'restore'>): boolean;
}

/** What is in it is kept. */
export interface KeptShelf extends Shelf {
  objects(): readonly DemoObject[];
  versions(): readonly Version[];
}

export interface ShelfOptions {
  fill: () => Made[];
  isVersioned: boolean;
  /** What is made can be neither overwritten nor deleted. */
  isFixed: boolean;
  room: Room;
}

export function createShelf({ fill, isVersioned, isFixed, room }: ShelfOptions): KeptShelf {
  let byKey: Map<string, Version[]> | undefined;
  let sorted: { objects: DemoObject[]; versions: Version[] } | undefined;
  const shelf = () => {
    byKey ??= makeVersions(fill(), isVersioned);
    return byKey;
  };
  const sort = () => {
    sorted ??= sortVersions(shelf());
    return sorted;
  };
  const isMade = (key: string) =>
    shelf()
      .get(key)
      ?.some(({ roomBytes }) => roomBytes === undefined) ?? false;
  const keep = (version: Version): void => {
    const older = shelf().get(version.key) ?? [];
    // Where no versions are kept, what is new takes the place of what was there.
    if (!isVersioned) for (const one of older) letGo(one);
    shelf().set(version.key, isVersioned ? [version, ...older] : [version]);
    sorted = undefined;
  };
  const letGo = ({ roomBytes }: Version) => {
    if (roomBytes !== undefined) room.giveBack(roomBytes);
  };
  const takeAway = (gone: Version): Version => {
    const rest = (shelf().get(gone.key) ?? []).filter((one) => one !== gone);
    if (rest.length === 0) shelf().delete(gone.key);
    else shelf().set(gone.key, rest);
    letGo(gone);
    sorted = undefined;
    return gone;
  };
  return {
    objects: () => sort().objects,
    versions: () => sort().versions,
    find: (key, id) => {
      const all = shelf().get(key);
      return id === undefined ? all?.[0] : all?.find((one) => one.id === id);
    },
    put(object, sizeBytes) {
      if ((isFixed && isMade(object.key)) || !room.take(sizeBytes)) return undefined;
      const id = isVersioned ? freshVersionId() : NULL_VERSION;
      const { key, modifiedAt } = object;
      const version = { key, id, modifiedAt, object, roomBytes: sizeBytes };
      keep(version);
      return version;
    },
    remove(key, id, now) {
      const found = shelf()
        .get(key)
        ?.find((one) => id === undefined || one.id === id);
      if (isFixed && isMade(key)) return 'refused';
      if (id !== undefined || !isVersioned) return found && takeAway(found);
      if (!room.take(0)) return 'refused';
      const marker = { key, id: freshVersionId(), modifiedAt: now, object: undefined, roomBytes: 0 };
      keep(marker);
      return marker;
    },
    change(key, id, change) {
      const all = shelf().get(key);
      if (!all || (isFixed && isMade(key))) return false;
      shelf().set(
        key,
        all.map((one) => (one.id === id ? { ...one, ...change } : one)),
      );
      sorted = undefined;
      return true;
    },
  };
}

function makeVersions(past: Made[], isVersioned: boolean): Map<string, Version[]> {
  const byKey = new Map<string, Version[]>();
  for (const made of past) {
    const older = isVersioned ? (byKey.get(made.key) ?? []) : [];
    const id = isVersioned ? madeVersionId(made.key, older.length) : NULL_VERSION;
    const version =
      'deletedAt' in made
        ? { key: made.key, id, modifiedAt: made.deletedAt, object: undefined }
        : { key: made.key, id, modifiedAt: made.modifiedAt, object: made };
    if ('deletedAt' in made && !isVersioned) byKey.delete(made.key);
    else byKey.set(made.key, [version, ...older]);
  }
  return byKey;
}

function sortVersions(byKey: Map<string, Version[]>): { objects: DemoObject[]; versions: Version[] } {
  const keys = sortByKey([...byKey].map(([key, versions]) => ({ key, versions })));
  return {
    objects: keys.flatMap(({ versions }) => versions[0]?.object ?? []),
    versions: keys.flatMap(({ versions }) => versions),
  };
}
