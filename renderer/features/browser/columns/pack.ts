/** Rows as pieces, for what does not come packed: the list of buckets, and made-up listings. Pure. */
import { FOLDER_CLASS, type ListPiece, MOST_NAMES_A_PIECE } from '../../../../electron/contract/s3-list.ts';
import type { BucketEntry } from '../../../../electron/contract/s3-port.ts';
import { encodeKey } from './key-bytes.ts';

export interface RowToPack {
  key: string;
  /** Absent: a common prefix. */
  object?: { sizeBytes: number; modifiedAt: number | null; storageClass: string };
}

/** Classes in a piece; one more would be taken for a folder. */
const MOST_CLASSES = 254;

/** `classNames` grows by what is new. */
export function packRows(rows: readonly RowToPack[], classNames: string[]): ListPiece {
  const keys = rows.map(({ key }) => encodeKey(key));
  const bytes = new Uint8Array(keys.reduce((sum, key) => sum + key.length, 0));
  const ends = new Uint32Array(rows.length);
  let end = 0;
  keys.forEach((key, i) => {
    bytes.set(key, end);
    end += key.length;
    ends[i] = end;
  });
  return {
    keys: bytes,
    ends,
    sizes: Float64Array.from(rows, ({ object }) => object?.sizeBytes ?? 0),
    dates: Float64Array.from(rows, ({ object }) => object?.modifiedAt ?? Number.NaN),
    classes: Uint8Array.from(rows, ({ object }) =>
      object ? classCode(classNames, object.storageClass) : FOLDER_CLASS,
    ),
    classNames: [...classNames],
  };
}

/** Buckets in the columns of objects: the region in place of the class, no size. */
export function packBuckets(buckets: readonly BucketEntry[]): ListPiece[] {
  const regions = [''];
  const rows = buckets.map(({ name, region, createdAt }) => ({
    key: name,
    object: { sizeBytes: 0, modifiedAt: createdAt, storageClass: region ?? '' },
  }));
  const pieces: ListPiece[] = [];
  for (let from = 0; from < rows.length; from += MOST_NAMES_A_PIECE)
    pieces.push(packRows(rows.slice(from, from + MOST_NAMES_A_PIECE), regions));
  return pieces;
}

/** What finds no room any more shares the first code. */
function classCode(classNames: string[], name: string): number {
  const known = classNames.indexOf(name);
  if (known >= 0) return known;
  if (classNames.length >= MOST_CLASSES) return 0;
  return classNames.push(name) - 1;
}
