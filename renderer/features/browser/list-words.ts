/** The honest foot of a listing: what is counted, what is not known yet. Pure. */
import { counted, formatBytes, formatCount } from '../../text/format.ts';
import type { View } from './columns/arranger.ts';
import { countNames, type Listing } from './list-model.ts';
import type { Selection } from './selection.ts';

/** `3 folders, 1,248 objects. All listed.` or `312,000 listed, still listing.` `ended`: the session is over. */
export function listWords(listing: Listing, ended = false): string {
  const listed = `${formatCount(countNames(listing))} listed`;
  if (listing.complete) return `${countWords(listing)}. All listed.`;
  if (listing.halted === 'stopped') return `${listed}, then stopped. There may be more.`;
  if (listing.halted === 'full')
    return `${listed}, as many as a window holds. For the others go into a folder, or type more of the path.`;
  if (ended || listing.progress?.waiting)
    return `Waits for sign-in; ${formatCount(countNames(listing))} listed so far.`;
  if (listing.progress?.throttled) return `${listed}. Slowed down by S3: it asks for fewer requests.`;
  return `${listed}, still listing.`;
}

/** `3 folders, 1,248 objects`, `12 buckets` */
export function countWords({ place, folders, objects }: Listing): string {
  if (place.bucket === null) return counted(objects, 'bucket');
  const parts: string[] = [];
  if (folders) parts.push(counted(folders, 'folder'));
  if (objects || parts.length === 0) parts.push(counted(objects, 'object'));
  return parts.join(', ');
}

/** `11 of 1,248 listed match.` */
export function matchWords(listing: Listing, view: View): string {
  const of = `${formatCount(view.order.count)} of ${formatCount(view.of)} listed match`;
  return listing.complete ? `${of}.` : `${of}. Not all is listed yet.`;
}

/** `4.2 TB listed`; of a filter's matches when there is a filter. */
export function sizeWords(listing: Listing, view: View): string {
  if (listing.place.bucket === null || listing.objects === 0) return '';
  if (view.filter) return `${formatBytes(view.sizeBytes)} match`;
  return listing.complete ? formatBytes(listing.sizeBytes) : `${formatBytes(listing.sizeBytes)} listed`;
}

/** `12 selected, 3.4 GB` */
export function selectionWords({ count, sizeBytes }: Selection): string {
  const selected = `${formatCount(count)} selected`;
  return sizeBytes > 0 ? `${selected}, ${formatBytes(sizeBytes)}` : selected;
}

/** What listing costs: `1,211 LIST requests so far, 24 under way` */
export function callWords({ progress }: Listing): string | undefined {
  if (!progress) return undefined;
  const calls = counted(progress.calls, 'LIST request');
  return progress.inFlight ? `${calls} so far, ${progress.inFlight} under way` : calls;
}
