/**
 * What a copy must be told again of its source, because S3 would leave it out.
 * CopyObject keeps content headers, metadata and tags by itself, but not the storage class (STANDARD), the redirect of a
 * website and the encryption (the default of the bucket it goes to). A copy by parts keeps nothing of these.
 * Source: S3 API Reference, CopyObject and CreateMultipartUpload.
 */
import type {
  CopyObjectCommandInput,
  HeadObjectCommandOutput,
  ServerSideEncryption,
  StorageClass,
} from '@aws-sdk/client-s3';
import type { HeaderChange } from '../../contract/s3-work.ts';
import { AppError } from '../../lib/app-error.ts';

type Kept = Pick<
  CopyObjectCommandInput,
  | 'StorageClass'
  | 'WebsiteRedirectLocation'
  | 'ServerSideEncryption'
  | 'SSEKMSKeyId'
  | 'BucketKeyEnabled'
  | 'ObjectLockMode'
  | 'ObjectLockRetainUntilDate'
  | 'ObjectLockLegalHoldStatus'
>;

/**
 * `sameRegion` false: a KMS key of another region can't be used, the bucket's default encryption is. `ontoItself`: also
 * what protects the object stays; elsewhere that is the other bucket's to say. Access lists stay nowhere: the new
 * object is its bucket's owner's, as S3 recommends.
 */
export function restated(
  head: HeadObjectCommandOutput,
  { sameRegion, ontoItself }: { sameRegion: boolean; ontoItself: boolean },
): Kept {
  return {
    StorageClass: head.StorageClass as StorageClass | undefined,
    WebsiteRedirectLocation: head.WebsiteRedirectLocation,
    ...encryption(head, sameRegion, ontoItself),
    ...(ontoItself ? lock(head) : {}),
  };
}

function encryption(head: HeadObjectCommandOutput, sameRegion: boolean, ontoItself: boolean): Kept {
  const kind = head.ServerSideEncryption;
  const isByKey = kind !== undefined && /^aws:kms/.test(kind);
  if (isByKey && sameRegion)
    return {
      ServerSideEncryption: kind as ServerSideEncryption,
      SSEKMSKeyId: head.SSEKMSKeyId,
      BucketKeyEnabled: head.BucketKeyEnabled,
    };
  return kind === 'AES256' && ontoItself ? { ServerSideEncryption: kind } : {};
}

function lock(head: HeadObjectCommandOutput): Kept {
  return {
    ...(head.ObjectLockMode &&
      head.ObjectLockRetainUntilDate && {
        ObjectLockMode: head.ObjectLockMode,
        ObjectLockRetainUntilDate: head.ObjectLockRetainUntilDate,
      }),
    ...(head.ObjectLockLegalHoldStatus === 'ON' && { ObjectLockLegalHoldStatus: 'ON' as const }),
  };
}

export type Headers = Pick<
  CopyObjectCommandInput,
  'ContentType' | 'ContentEncoding' | 'ContentLanguage' | 'ContentDisposition' | 'CacheControl' | 'Metadata'
>;

/** Content headers and metadata, as they are but for the change. */
export function headersOf(head: HeadObjectCommandOutput, change: HeaderChange): Headers {
  if (head.MissingMeta) {
    const raw = `${head.MissingMeta} entries of metadata are of a kind that S3 does not hand out.`;
    throw new AppError('s3-bad-request', { retry: 'never', raw });
  }
  const changed = (to: string | undefined, from: string | undefined) => (to ?? from) || undefined;
  return {
    ContentType: changed(change.contentType, head.ContentType),
    ContentEncoding: changed(change.contentEncoding, head.ContentEncoding),
    ContentLanguage: changed(change.contentLanguage, head.ContentLanguage),
    ContentDisposition: changed(change.contentDisposition, head.ContentDisposition),
    CacheControl: changed(change.cacheControl, head.CacheControl),
    Metadata: change.metadata
      ? Object.fromEntries(change.metadata.map(({ name, value }) => [name, value]))
      : head.Metadata,
  };
}
