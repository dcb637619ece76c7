/**
 * Uploads by parts below a prefix that were begun and neither ended nor given up; what they hold is paid for and in no
 * list. One world: S3. Source: S3 API Reference, ListMultipartUploads.
 */
import { ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import type { UnfinishedUpload } from '../../contract/s3-inspect.ts';
import { garbled } from '../listing/garbled.ts';
import { cut, momentOf } from './object-facts.ts';
import type { Asked } from './object-of.ts';

interface UnfinishedBelow {
  bucket: string;
  prefix: string;
  /** The last of the answer before. */
  after: { key: string; upload: string } | null;
}

const MOST_UPLOADS = 1000;

export async function askUnfinished({ client, stop }: Asked, { bucket, prefix, after }: UnfinishedBelow) {
  const command = new ListMultipartUploadsCommand({
    Bucket: bucket,
    Prefix: prefix,
    MaxUploads: MOST_UPLOADS,
    // Keys may hold what XML can't.
    EncodingType: 'url',
    ...(after && { KeyMarker: after.key, UploadIdMarker: after.upload }),
  });
  const page = await client.send(command, { abortSignal: stop });
  const keyOf = (raw: string | undefined): string => {
    if (!raw) throw garbled('something without a name');
    if (page.EncodingType !== 'url') return raw;
    try {
      return decodeURIComponent(raw.replaceAll('+', ' '));
    } catch {
      throw garbled('a name that can’t be read');
    }
  };
  const uploads = (page.Uploads ?? []).map(({ Key, UploadId, Initiated, Initiator }): UnfinishedUpload => {
    if (!UploadId || UploadId.length > 1024) throw garbled('an upload without an id');
    const by = Initiator?.DisplayName ?? Initiator?.ID;
    return {
      key: keyOf(Key),
      upload: UploadId,
      startedAt: momentOf(Initiated),
      by: by === undefined ? null : cut(by, 2048),
    };
  });
  if (uploads.length > MOST_UPLOADS) throw garbled(`${uploads.length} uploads on one page`);
  if (!page.IsTruncated) return { kind: 'unfinished' as const, uploads, after: null };
  const last = uploads.at(-1);
  if (!last || (last.key === after?.key && last.upload === after.upload))
    throw garbled('more is said, but not where');
  return { kind: 'unfinished' as const, uploads, after: { key: last.key, upload: last.upload } };
}
