// Bytes put together from pieces of other objects, by reference: the sum may be as large as it likes.

export const PIECE_BYTES = 65_536;

export interface Piece {
  sizeBytes: number;
  /** Bytes `start` up to but without `end`, counted from the piece's own start. */
  read(start: number, end: number): Iterable<Buffer>;
}

/** What is in memory, a little at a time. */
export function* inPieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

/** The part of `piece` from `start` up to but without `end`. */
export function cut(piece: Piece, start: number, end: number): Piece {
  return { sizeBytes: end - start, read: (first, last) => piece.read(start + first, start + last) };
}

/** One behind the other. */
export function join(pieces: readonly Piece[]): Piece {
  return {
    sizeBytes: pieces.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    *read(start, end) {
      let at = 0;
      for (const piece of pieces) {
        const [first, last] = [Math.max(start - at, 0), Math.min(end - at, piece.sizeBytes)];
        if (first < last) yield* piece.read(first, last);
        at += piece.sizeBytes;
      }
    },
  };
}
