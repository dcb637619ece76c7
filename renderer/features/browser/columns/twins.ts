/**
 * Names that look the same: two spellings of one composed form. One of the two is then not composed, and such names
 * are rare; only they are remembered, so that a million plain or Chinese names cost nothing. Pure.
 */
import type { ListPiece } from '../../../../electron/contract/s3-list.ts';
import { decodeKey, isPlainBytes } from './key-bytes.ts';

/** Names that are not composed, of which more are not remembered: a hostile listing costs no more memory. */
const MOST_SPELLINGS = 100_000;

export interface Twins {
  look(piece: ListPiece, nameFrom: (key: Uint8Array) => number): void;
  has(name: string): boolean;
}

/** `isListed`: whether a name stands in the listing, exactly so. */
export function createTwins(isListed: (name: string) => boolean): Twins {
  /** Composed form → its spellings that are not composed. */
  const spellings = new Map<string, Set<string>>();
  let remembered = 0;

  function remember(name: string) {
    const composed = name.normalize('NFC');
    if (composed === name || remembered >= MOST_SPELLINGS) return;
    const known = spellings.get(composed) ?? new Set();
    spellings.set(composed, known.add(name));
    remembered++;
  }
  return {
    look({ keys, ends }, nameFrom) {
      if (isPlainBytes(keys)) return;
      // All keys at once first: nearly always they are composed, and one look at the whole is quick.
      const all = decodeKey(keys);
      if (all.normalize('NFC') === all) return;
      let begin = 0;
      for (const end of ends) {
        const key = keys.subarray(begin, end);
        if (!isPlainBytes(key)) remember(decodeKey(key.subarray(nameFrom(key))));
        begin = end;
      }
    },
    has(name) {
      if (spellings.size === 0) return false;
      const composed = name.normalize('NFC');
      const others = spellings.get(composed);
      if (!others) return false;
      return name === composed || others.size > 1 || isListed(composed);
    },
  };
}
