/**
 * Sorts and filters one listing; lives in the worker and keeps a copy of the columns there. Looks through the names
 * in portions, and goes on where it was when more names came for the same words. Pure.
 */
import { FOLDER_CLASS, type ListPiece } from '../../../../electron/contract/s3-list.ts';
import { formatStorageClass } from '../../../text/format.ts';
import type { Sort } from './arrangement.ts';
import type { Arranged } from './arranger-messages.ts';
import { isPlainBytes } from './key-bytes.ts';
import { foldKeys, type Match, matchAll } from './match-names.ts';
import { createRowNumbers, type RowNumbers } from './row-numbers.ts';
import { sortRows } from './sort-rows.ts';

export interface Arranging {
  /** Takes the piece over: its keys are changed. */
  add(piece: ListPiece): void;
  /** Looks through one portion; true when nothing is left to look through. */
  look(words: readonly string[]): boolean;
  /** What the names looked through so far make. */
  arranged(sort: Sort): Omit<Arranged, 'job'>;
}

/** Names in a portion, about: a tenth of what a person would notice. */
const PORTION = 100_000;

interface Looked {
  words: string;
  match: Match;
  pieces: number;
  names: number;
  folders: RowNumbers;
  objects: RowNumbers;
}

export function createArranging(prefixBytes: number): Arranging {
  const pieces: (ListPiece & { start: number; plain: boolean })[] = [];
  let count = 0;
  let looked = begin([]);

  function lookThrough({ keys, ends, classes, start, plain }: (typeof pieces)[number], all: boolean) {
    let keyBegins = 0;
    for (let i = 0; i < ends.length; i++) {
      const end = ends[i] as number;
      const from = Math.min(keyBegins + prefixBytes, end);
      if (all || looked.match(keys, from, end, plain))
        (classes[i] === FOLDER_CLASS ? looked.folders : looked.objects).push(start + i);
      keyBegins = end;
    }
  }
  /** A value of each of these rows, which ascend. */
  function valuesOf(
    numbers: Uint32Array,
    valueIn: (piece: ListPiece, index: number) => number,
  ): Float64Array {
    const values = new Float64Array(numbers.length);
    let at = 0;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i] as number;
      while (number >= (pieces[at + 1]?.start ?? count)) at++;
      const piece = pieces[at] as (typeof pieces)[number];
      values[i] = valueIn(piece, number - piece.start);
    }
    return values;
  }
  function sorted(numbers: Uint32Array<ArrayBuffer>, { by, down }: Sort): Uint32Array<ArrayBuffer> {
    if (by === 'name') return down ? numbers.reverse() : numbers;
    if (by === 'size') return sortRows(numbers, valuesOf(numbers, sizeIn), down);
    if (by === 'date') return sortRows(numbers, valuesOf(numbers, dateIn), down);
    const ranks = ranksOf(pieces.at(-1)?.classNames ?? []);
    return sortRows(
      numbers,
      valuesOf(numbers, ({ classes }, index) => ranks[classes[index] as number] ?? 0),
      down,
    );
  }

  return {
    add(piece) {
      foldKeys(piece.keys);
      pieces.push({ ...piece, start: count, plain: isPlainBytes(piece.keys) });
      count += piece.ends.length;
    },
    look(words) {
      if (looked.words !== words.join(' ')) looked = begin(words);
      const enough = looked.names + PORTION;
      while (looked.pieces < pieces.length && looked.names < enough) {
        const piece = pieces[looked.pieces++] as (typeof pieces)[number];
        lookThrough(piece, words.length === 0);
        looked.names += piece.ends.length;
      }
      return looked.pieces === pieces.length;
    },
    arranged(sort) {
      const folders = looked.folders.slice(looked.folders.count());
      const objects = looked.objects.slice(looked.objects.count());
      const sizeBytes = valuesOf(objects, sizeIn).reduce((sum, size) => sum + size, 0);
      // Folders have a name and nothing else.
      const first = sorted(folders, { by: 'name', down: sort.by === 'name' && sort.down });
      const then = sorted(objects, sort);
      const numbers = new Uint32Array(first.length + then.length);
      numbers.set(first);
      numbers.set(then, first.length);
      return { numbers, sizeBytes, of: looked.names };
    },
  };
}

const sizeIn = ({ sizes }: ListPiece, index: number) => sizes[index] as number;
const dateIn = ({ dates }: ListPiece, index: number) => dates[index] as number;

function begin(words: readonly string[]): Looked {
  const folders = createRowNumbers();
  return {
    words: words.join(' '),
    match: matchAll(words),
    pieces: 0,
    names: 0,
    folders,
    objects: createRowNumbers(),
  };
}

/** Place of each class among all by the word that stands in the column. */
function ranksOf(classNames: readonly string[]): number[] {
  const words = classNames.map(formatStorageClass);
  const inOrder = [...new Set(words)].sort();
  return words.map((word) => inOrder.indexOf(word));
}
