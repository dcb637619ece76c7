/** What is below a prefix, page by page: present objects, or every version and delete marker. One world: S3. */
import { ListObjectsV2Command, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { garbled } from '../listing/garbled.ts';
import type { WorkBucket } from './bucket.ts';
import { fromForm } from './keys.ts';

export interface Listed {
  key: string;
  /** Null: the present one. */
  version: string | null;
  /** Null: not known. */
  sizeBytes: number | null;
  storageClass: string | null;
}

interface Row {
  Key?: string | undefined;
  VersionId?: string | undefined;
  Size?: number | undefined;
  StorageClass?: string | undefined;
}

export async function* listObjects(bucket: WorkBucket, prefix: string): AsyncGenerator<Listed[]> {
  let token: string | undefined;
  do {
    const ask = {
      Bucket: bucket.name,
      Prefix: prefix,
      EncodingType: 'url',
      ContinuationToken: token,
    } as const;
    const page = await bucket.send(() => new ListObjectsV2Command(ask));
    yield (page.Contents ?? []).map((row) => listed(row, prefix, page.EncodingType === 'url', null));
    token = next(page.IsTruncated, token, page.NextContinuationToken);
  } while (token !== undefined);
}

/** Of everything below the prefix, or of the one key. Delete markers are among them. */
export async function* listVersions(
  bucket: WorkBucket,
  { prefix, only }: { prefix: string; only: boolean },
): AsyncGenerator<Listed[]> {
  let from: { key: string | undefined; version: string | undefined } | undefined;
  do {
    const marker = from && { KeyMarker: from.key, VersionIdMarker: from.version };
    const ask = { Bucket: bucket.name, Prefix: prefix, EncodingType: 'url', ...marker } as const;
    const page = await bucket.send(() => new ListObjectVersionsCommand(ask));
    const url = page.EncodingType === 'url';
    const rows = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map((row: Row) => {
      if (row.VersionId === undefined) throw garbled('a version without its id');
      return listed(row, prefix, url, row.VersionId);
    });
    // Versions of one key come together, before those of any longer one.
    yield only ? rows.filter(({ key }) => key === prefix) : rows;
    if (only && rows.some(({ key }) => key !== prefix)) return;
    const key =
      page.NextKeyMarker === undefined ? undefined : url ? fromForm(page.NextKeyMarker) : page.NextKeyMarker;
    const after = next(
      page.IsTruncated,
      spelled(from),
      key && spelled({ key, version: page.NextVersionIdMarker }),
    );
    from = after === undefined ? undefined : { key, version: page.NextVersionIdMarker };
  } while (from !== undefined);
}

export async function hasAnything(bucket: WorkBucket, prefix: string): Promise<boolean> {
  const ask = { Bucket: bucket.name, Prefix: prefix, MaxKeys: 1, EncodingType: 'url' } as const;
  return ((await bucket.send(() => new ListObjectsV2Command(ask))).Contents ?? []).length > 0;
}

const spelled = (from: { key: string | undefined; version: string | undefined } | undefined) =>
  from && JSON.stringify([from.key, from.version]);

/** SECURITY: what is not below the prefix was not chosen by anybody. */
function listed(
  { Key, Size, StorageClass }: Row,
  prefix: string,
  url: boolean,
  version: string | null,
): Listed {
  const key = Key === undefined ? '' : url ? fromForm(Key) : Key;
  if (key === '' || !key.startsWith(prefix)) throw garbled('a name that is not below the prefix');
  return { key, version, sizeBytes: Size ?? null, storageClass: StorageClass ?? null };
}

function next(
  more: boolean | undefined,
  last: string | undefined,
  token: string | undefined,
): string | undefined {
  if (more !== true) return undefined;
  if (!token || token === last) throw garbled('there is more, and no way to it');
  return token;
}
