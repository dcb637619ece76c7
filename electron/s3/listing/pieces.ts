/** Names that wait for the window, cut into the pieces it is sent. Pure. */
import { type ListPiece, MOST_KEY_BYTES_A_PIECE, MOST_NAMES_A_PIECE } from '../../contract/s3-list.ts';
import { bytesOf, endOf, type Names, startOf } from './names.ts';

export interface Pieces {
  add(names: Names): void;
  waitingBytes(): number;
  /** Whether the next piece would be as large as pieces get. */
  isFull(): boolean;
  isEmpty(): boolean;
  /** The next piece; an empty one when nothing waits. */
  take(): ListPiece;
}

/** A stretch of names that goes into one piece. */
interface Stretch {
  names: Names;
  from: number;
  to: number;
}

export function createPieces(classNames: readonly string[]): Pieces {
  const waiting: Names[] = [];
  /** Of the first that waits: how many have gone. */
  let gone = 0;
  let bytes = 0;
  let count = 0;

  const stretches = (): Stretch[] => {
    const taken: Stretch[] = [];
    let room = MOST_NAMES_A_PIECE;
    let keyRoom = MOST_KEY_BYTES_A_PIECE;
    for (const [index, names] of waiting.entries()) {
      const from = index === 0 ? gone : 0;
      const to = fitting(names, from, room, keyRoom);
      if (to > from) taken.push({ names, from, to });
      if (to < names.ends.length) break;
      room -= to - from;
      keyRoom -= endOf(names, to - 1) - startOf(names, from);
      if (room === 0) break;
    }
    return taken;
  };
  return {
    add(names) {
      if (names.ends.length === 0) return;
      waiting.push(names);
      bytes += bytesOf(names);
      count += names.ends.length;
    },
    waitingBytes: () => bytes,
    isFull: () => count >= MOST_NAMES_A_PIECE || bytes >= 2 * MOST_KEY_BYTES_A_PIECE,
    isEmpty: () => count === 0,
    take() {
      const taken = stretches();
      for (const { names, to } of taken) {
        if (to < names.ends.length) {
          gone = to;
          continue;
        }
        gone = 0;
        bytes -= bytesOf(names);
        waiting.shift();
      }
      const piece = joined(taken, classNames);
      count -= piece.ends.length;
      return piece;
    },
  };
}

/** Up to which name there is room. */
function fitting(names: Names, from: number, room: number, keyRoom: number): number {
  let to = Math.min(names.ends.length, from + room);
  const start = startOf(names, from);
  if (to > from && endOf(names, to - 1) - start <= keyRoom) return to;
  while (to > from && endOf(names, to - 1) - start > keyRoom) to--;
  return to;
}

function joined(stretches: readonly Stretch[], classNames: readonly string[]): ListPiece {
  const count = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  const keyBytes = stretches.reduce(
    (sum, { names, from, to }) => sum + endOf(names, to - 1) - startOf(names, from),
    0,
  );
  const piece: ListPiece = {
    keys: new Uint8Array(keyBytes),
    ends: new Uint32Array(count),
    sizes: new Float64Array(count),
    dates: new Float64Array(count),
    classes: new Uint8Array(count),
    classNames: [...classNames],
  };
  let at = 0;
  let keysAt = 0;
  for (const { names, from, to } of stretches) {
    const start = startOf(names, from);
    piece.keys.set(names.keys.subarray(start, endOf(names, to - 1)), keysAt);
    for (let i = from; i < to; i++) piece.ends[at + i - from] = endOf(names, i) - start + keysAt;
    piece.sizes.set(names.sizes.subarray(from, to), at);
    piece.dates.set(names.dates.subarray(from, to), at);
    piece.classes.set(names.classes.subarray(from, to), at);
    at += to - from;
    keysAt += endOf(names, to - 1) - start;
  }
  return piece;
}
