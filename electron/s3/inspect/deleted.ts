/** The keys of one folder whose newest version is a delete marker. One world: S3. */
import type { DeletedObject } from '../../contract/s3-inspect.ts';
import { garbled } from '../listing/garbled.ts';
import type { Asked } from './object-of.ts';
import { askVersionsPage, MOST_ENTRIES } from './versions-page.ts';

interface DeletedIn {
  bucket: string;
  prefix: string;
  /** As the answer before said. */
  after: string | null;
}

/** So much work an answer, that it comes soon: where little was deleted, most of what is read are other versions. */
const MOST_PAGES = 5;
const ENOUGH = MOST_ENTRIES / 2;

export async function askDeleted(asked: Asked, { bucket, prefix, after }: DeletedIn) {
  const deleted: DeletedObject[] = [];
  let from = after;
  for (let pages = 0; pages < MOST_PAGES && deleted.length < ENOUGH; pages++) {
    const page = await askVersionsPage(asked, {
      Bucket: bucket,
      Prefix: prefix,
      Delimiter: '/',
      MaxKeys: MOST_ENTRIES - deleted.length,
      // Without a version, what follows the key is meant: a key's newest version is its first, the rest need not be read.
      ...(from === null ? {} : { KeyMarker: from }),
    });
    for (const { key, version, isMarker, isPresent, modifiedAt } of page.entries)
      if (isMarker && isPresent) deleted.push({ key, marker: version, deletedAt: modifiedAt });
    if (!page.truncated) return { kind: 'deleted' as const, deleted, after: null };
    if (page.nextKey === null || page.nextKey === from) throw garbled('more is said, but not where');
    from = page.nextKey;
  }
  return { kind: 'deleted' as const, deleted, after: from };
}
