// A bucket whose objects are computed: it can be listed and read, and takes nothing. Costs no memory.

import type { DemoObject } from '../content/object.ts';
import { compareKeys } from '../store/key-order.ts';
import { firstIndex, type Sequence } from '../store/sequence.ts';
import type { Shelf } from '../store/shelf.ts';
import { NULL_VERSION, type Version } from '../store/version.ts';

/** `all`: in UTF-8 byte order of their keys. */
export function createGeneratedShelf(all: Sequence<DemoObject>): Shelf {
  const versions: Sequence<Version> = {
    length: all.length,
    at(index) {
      const object = all.at(index);
      return object && versionOf(object);
    },
  };
  return {
    objects: () => all,
    versions: () => versions,
    find(key, id) {
      if (id !== undefined && id !== NULL_VERSION) return undefined;
      const object = all.at(firstIndex(all, 0, (one) => compareKeys(one.key, key) >= 0));
      return object?.key === key ? versionOf(object) : undefined;
    },
    put: () => undefined,
    remove: () => 'refused',
    change: () => false,
  };
}

function versionOf(object: DemoObject): Version {
  return { key: object.key, id: NULL_VERSION, modifiedAt: object.modifiedAt, object };
}
