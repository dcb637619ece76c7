/**
 * A listing as it goes from the S3 process to a window: packed columns in pieces, in S3's own order, each
 * acknowledged so that a flood can't pile up. Every piece is checked here on the side that receives it. Pure.
 */
import { z } from 'zod';

/** A piece holds at most this many names, and about a mebibyte of keys: buffers are copied between processes. */
export const MOST_NAMES_A_PIECE = 8_192;
export const MOST_KEY_BYTES_A_PIECE = 1_048_576;
/** Pieces that may be on the way unacknowledged; each `more` acknowledges one. */
export const PIECES_ON_THE_WAY = 8;

/** Class code of a common prefix; all others are places in `classNames`. */
export const FOLDER_CLASS = 255;

const bytes = z.instanceof(Uint8Array);

export const ListPiece = z
  .strictObject({
    /** Whole keys and common prefixes, their UTF-8 bytes one behind the other, exactly as S3 holds them. */
    keys: bytes.refine((keys) => keys.length <= MOST_KEY_BYTES_A_PIECE),
    /** Where each key ends in `keys`; as many as there are names. */
    ends: z.instanceof(Uint32Array).refine((ends) => ends.length <= MOST_NAMES_A_PIECE),
    /** Bytes; 0 for a common prefix. */
    sizes: z.instanceof(Float64Array),
    /** Epoch ms; NaN when S3 did not say, and for a common prefix. */
    dates: z.instanceof(Float64Array),
    /** Storage class as a place in `classNames`, or FOLDER_CLASS. */
    classes: bytes,
    /** Every class of this listing so far; it only grows. */
    classNames: z.array(z.string().max(64)).max(254),
  })
  .refine(({ ends, sizes, dates, classes }) =>
    [sizes, dates, classes].every((column) => column.length === ends.length),
  )
  .refine(({ keys, ends }) => ends.every((end, i) => end >= (ends[i - 1] ?? 0) && end <= keys.length));
export type ListPiece = z.infer<typeof ListPiece>;

/** How far a listing is: said with every piece, and alone when nothing came for a while. */
export const ListProgress = z.strictObject({
  /** LIST requests sent so far. */
  calls: z.number().int().nonnegative(),
  /** Requests under way now. */
  inFlight: z.number().int().nonnegative(),
  /** S3 asks for fewer requests; listing goes on slower. */
  throttled: z.boolean(),
  /** The session has ended; it goes on from here with the next one of the same role. */
  waiting: z.boolean(),
});
export type ListProgress = z.infer<typeof ListProgress>;
