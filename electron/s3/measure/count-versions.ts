/** Counts every version, delete markers too, below a prefix or of one key. One world: S3. */
import { ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import { garbled } from '../listing/garbled.ts';

/** Does something with the bucket where the bucket is. */
export type InRegion = <T>(work: (client: S3Client) => Promise<T>) => Promise<T>;

interface Marker {
  KeyMarker: string;
  VersionIdMarker?: string;
}

/** A page brings versions and markers; a marker has no bytes. Source: S3 API Reference, ListObjectVersions. */
export async function countVersions(
  inRegion: InRegion,
  bucket: string,
  of: { prefix: string } | { key: string },
  add: (versions: number, sizeBytes: number) => void,
  stop: AbortSignal,
): Promise<void> {
  const only = 'key' in of ? of.key : null;
  const Prefix = 'key' in of ? of.key : of.prefix;
  for (let after: Marker | null = null; ; ) {
    const ask: ListObjectVersionsCommand = new ListObjectVersionsCommand({
      Bucket: bucket,
      Prefix,
      EncodingType: 'url',
      ...after,
    });
    const page = await inRegion((client) => client.send(ask, { abortSignal: stop }));
    const keyOf = (key: string | undefined) =>
      page.EncodingType === 'url' ? decoded(key ?? '') : (key ?? '');
    const isOfIt = ({ Key }: { Key?: string | undefined }) => only === null || keyOf(Key) === only;
    const versions = (page.Versions ?? []).filter(isOfIt);
    const markers = (page.DeleteMarkers ?? []).filter(isOfIt);
    add(
      versions.length + markers.length,
      versions.reduce((all, { Size = 0 }) => all + Size, 0),
    );
    if (page.IsTruncated !== true) return;
    const next = { KeyMarker: keyOf(page.NextKeyMarker), VersionIdMarker: page.NextVersionIdMarker };
    // Keys that only begin as this one does come behind it.
    if (only !== null && next.KeyMarker !== only) return;
    after = goneOn(after, {
      KeyMarker: next.KeyMarker,
      ...(next.VersionIdMarker === undefined ? {} : { VersionIdMarker: next.VersionIdMarker }),
    });
  }
}

/** A service that repeats itself would be counted for ever. */
function goneOn(before: Marker | null, next: Marker): Marker {
  const isSame = before?.KeyMarker === next.KeyMarker && before.VersionIdMarker === next.VersionIdMarker;
  if (next.KeyMarker === '' || isSame) throw garbled('the listing of versions does not go on');
  return next;
}

/** S3 encodes as forms do. */
const decoded = (key: string) => decodeURIComponent(key.replaceAll('+', ' '));
