/** A listing as it grows, page by page: folders first, then objects, each in S3's own order. Pure. */
import type { BucketEntry, ListEntry } from '../../../electron/contract/s3-port.ts';
import type { Place } from './place.ts';

interface RowBase {
  /** The exact key, common prefix or bucket name. */
  key: string;
  /** What stands in the Name column. */
  name: string;
}
export type Row =
  | (RowBase & { kind: 'bucket'; region: string | null; createdAt: number | null })
  | (RowBase & { kind: 'folder' })
  | (RowBase & { kind: 'object'; sizeBytes: number; modifiedAt: number | null; storageClass: string });

export interface Listing {
  place: Place;
  folders: readonly Row[];
  objects: readonly Row[];
  complete: boolean;
  region: string | null;
  /** When the newest page came, epoch ms. */
  listedAt: number;
  /** Names that look the same as another one here, by their composed form; only those that are not plain ASCII. */
  twins: ReadonlyMap<string, number>;
}

export function bucketListing(place: Place, buckets: readonly BucketEntry[], at: number): Listing {
  const rows = buckets.map(
    (bucket): Row => ({
      kind: 'bucket',
      key: bucket.name,
      name: bucket.name,
      region: bucket.region,
      createdAt: bucket.createdAt,
    }),
  );
  return { place, folders: [], objects: rows, complete: true, region: null, listedAt: at, twins: new Map() };
}

interface Page {
  entries: readonly ListEntry[];
  region: string | null;
  complete: boolean;
}

/** The first page when `before` is null, else one more. */
export function addPage(place: Place, before: Listing | null, page: Page, at: number): Listing {
  const rows = page.entries.map((entry) => entryRow(entry, place.prefix));
  const folders = rows.filter((row) => row.kind === 'folder');
  const objects = rows.filter((row) => row.kind !== 'folder');
  return {
    place,
    folders: before ? before.folders.concat(folders) : folders,
    objects: before ? before.objects.concat(objects) : objects,
    complete: page.complete,
    region: page.region ?? before?.region ?? null,
    listedAt: at,
    twins: countTwins(before?.twins, rows),
  };
}

function entryRow(entry: ListEntry, prefix: string): Row {
  const name = entry.key.startsWith(prefix) ? entry.key.slice(prefix.length) : entry.key;
  if (entry.kind === 'prefix') return { kind: 'folder', key: entry.key, name };
  const { key, sizeBytes, modifiedAt, storageClass } = entry;
  return { kind: 'object', key, name, sizeBytes, modifiedAt, storageClass };
}

function countTwins(
  before: ReadonlyMap<string, number> | undefined,
  rows: readonly Row[],
): ReadonlyMap<string, number> {
  const twins = new Map(before);
  for (const { name } of rows) {
    if (/^[\x20-\x7e]*$/.test(name)) continue;
    const composed = name.normalize('NFC');
    twins.set(composed, (twins.get(composed) ?? 0) + 1);
  }
  return twins;
}

export function hasTwin(listing: Listing, name: string): boolean {
  return listing.twins.size > 0 && (listing.twins.get(name.normalize('NFC')) ?? 0) > 1;
}

export function countNames(listing: Listing): number {
  return listing.folders.length + listing.objects.length;
}

/** The rows to show. Every word of the filter must be in the name; capitals and accents' spelling don't count. */
export function rowsOf(listing: Listing, filter: string): readonly Row[] {
  const all = listing.folders.length === 0 ? listing.objects : listing.folders.concat(listing.objects);
  const words = fold(filter).split(/\s+/).filter(Boolean);
  if (words.length === 0) return all;
  return all.filter((row) => {
    const name = fold(row.name);
    return words.every((word) => name.includes(word));
  });
}
const fold = (text: string) => text.normalize('NFC').toLowerCase();
