/** The honest foot of a listing: what is counted, what is not known yet. Pure. */
import { counted, formatCount } from '../../text/format.ts';
import { countNames, type Listing } from './list-model.ts';

/** `3 folders, 1,248 objects. Listed in full.` or `1,000 names so far, more as you scroll.` */
export function listWords(listing: Listing): string {
  if (!listing.complete) return `${counted(countNames(listing), 'name')} so far, more as you scroll.`;
  return `${countWords(listing)}. Listed in full.`;
}

/** `3 folders, 1,248 objects`, `12 buckets` */
export function countWords(listing: Listing): string {
  if (listing.place.bucket === null) return counted(listing.objects.length, 'bucket');
  const parts: string[] = [];
  if (listing.folders.length) parts.push(counted(listing.folders.length, 'folder'));
  if (listing.objects.length || parts.length === 0) parts.push(counted(listing.objects.length, 'object'));
  return parts.join(', ');
}

/** `11 of 1,248 listed match.` */
export function matchWords(listing: Listing, matching: number): string {
  const of = `${formatCount(matching)} of ${formatCount(countNames(listing))} listed match`;
  return listing.complete ? `${of}.` : `${of}. Not all is listed yet.`;
}
