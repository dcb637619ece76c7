/** The versions of one key, a page at a time. One world: S3. */
import { garbled } from '../listing/garbled.ts';
import type { Asked } from './object-of.ts';
import { askVersionsPage } from './versions-page.ts';

interface VersionsOf {
  bucket: string;
  key: string;
  /** The last version of the page before. */
  after: string | null;
}

export async function askVersions(asked: Asked, { bucket, key, after }: VersionsOf) {
  const page = await askVersionsPage(asked, {
    Bucket: bucket,
    Prefix: key,
    ...(after === null ? {} : { KeyMarker: key, VersionIdMarker: after }),
  });
  // Of all keys that begin with it, a key is the first.
  const own = page.entries.filter((entry) => entry.key === key);
  if (after !== null && own.some(({ version }) => version === after))
    throw garbled('the same page once more');
  return {
    kind: 'versions' as const,
    versions: own.map(({ key: _, ...version }) => version),
    complete: !page.truncated || own.length < page.entries.length || own.length === 0,
  };
}
