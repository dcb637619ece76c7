/** What is said while files hang over the list, and once they were let go. Pure. */
import { scopeNow } from '../../../../electron/contract/scope.ts';
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import type { Place } from '../place.ts';

export type DropPlace = { kind: 'into'; bucket: string; prefix: string } | { kind: 'refused'; words: string };

/** `folder`: prefix of the row that they hang over, or null. */
export function dropPlace(pass: PassView, place: Place, folder: string | null, live: boolean): DropPlace {
  if (place.bucket === null)
    return { kind: 'refused', words: 'Open a bucket first: files go into a folder.' };
  if (!live) return { kind: 'refused', words: 'The session has ended. Sign in again to upload.' };
  if (scopeNow(pass) === 'read-only')
    return { kind: 'refused', words: 'This session only reads. Sign in with full rights to upload.' };
  return { kind: 'into', bucket: place.bucket, prefix: folder ?? place.prefix };
}

/** `count`: 0 when the system does not tell it yet. */
export function hangingWords(place: DropPlace, count: number): string {
  if (place.kind === 'refused') return place.words;
  const what = count === 0 ? '' : ` ${count}`;
  return `Upload${what} to ${place.prefix || place.bucket}`;
}

export function droppedWords(names: readonly string[]): string {
  const [first = 'files'] = names;
  return names.length === 1 ? first : `${names.length} files and folders`;
}
