/** HeadObject's answer → facts, each cut to what the contract lets through. Pure. Source: S3 API Reference, HeadObject. */
import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import type { ObjectFacts } from '../../contract/s3-inspect.ts';
import { AppError } from '../../lib/app-error.ts';

const LONGEST = 2048;
const MOST_METADATA = 2048;

export const cut = (text: string, most: number): string => text.slice(0, most);
const words = (text: string | undefined) => (text === undefined ? null : cut(text, LONGEST));
const count = (number: number | undefined) =>
  number !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : null;

/** Epoch ms, null for what is no date. */
export function momentOf(date: Date | undefined): number | null {
  const at = date?.getTime() ?? Number.NaN;
  return Number.isNaN(at) ? null : at;
}

export function objectFacts(head: HeadObjectCommandOutput): ObjectFacts {
  const sizeBytes = count(head.ContentLength);
  // S3 tells both of every object; a page of some portal does not.
  if (sizeBytes === null || (head.ETag === undefined && head.LastModified === undefined))
    throw new AppError('s3-answer-garbled', { raw: 'neither size nor date of the object are said' });
  const metadata = Object.entries(head.Metadata ?? {});
  return {
    sizeBytes,
    modifiedAt: momentOf(head.LastModified),
    etag: words(head.ETag),
    version: head.VersionId ? cut(head.VersionId, 1024) : null,
    contentType: words(head.ContentType),
    contentEncoding: words(head.ContentEncoding),
    contentLanguage: words(head.ContentLanguage),
    contentDisposition: words(head.ContentDisposition),
    cacheControl: words(head.CacheControl),
    expires: words(head.ExpiresString),
    websiteRedirect: words(head.WebsiteRedirectLocation),
    // HeadObject names every class but this one.
    storageClass: cut(head.StorageClass ?? 'STANDARD', 64),
    archiveStatus: head.ArchiveStatus === undefined ? null : cut(head.ArchiveStatus, 64),
    restore: restoreOf(head.Restore),
    encryption: encryptionOf(head),
    checksums: checksumsOf(head),
    metadata: metadata
      .slice(0, MOST_METADATA)
      .map(([name, value]) => ({ name: cut(name, LONGEST), value: cut(value, LONGEST) })),
    metadataMissing: (count(head.MissingMeta) ?? 0) + Math.max(0, metadata.length - MOST_METADATA),
    parts: partsOf(head.ETag),
    tagCount: count(head.TagCount),
    lock: lockOf(head),
    replication: head.ReplicationStatus === undefined ? null : cut(head.ReplicationStatus, 64),
  };
}

/** `ongoing-request="false", expiry-date="Fri, 21 Dec 2012 00:00:00 GMT"`. */
function restoreOf(header: string | undefined): ObjectFacts['restore'] {
  const ongoing = /ongoing-request="(true|false)"/.exec(header ?? '')?.[1];
  if (ongoing === undefined) return null;
  const until = Date.parse(/expiry-date="([^"]{1,64})"/.exec(header ?? '')?.[1] ?? '');
  return { ongoing: ongoing === 'true', until: Number.isNaN(until) ? null : until };
}

const encryptions: Readonly<Record<string, 'SSE-S3' | 'SSE-KMS' | 'DSSE-KMS'>> = {
  AES256: 'SSE-S3',
  'aws:kms': 'SSE-KMS',
  'aws:kms:dsse': 'DSSE-KMS',
};

function encryptionOf(head: HeadObjectCommandOutput): ObjectFacts['encryption'] {
  const { ServerSideEncryption: named, SSECustomerAlgorithm, SSEKMSKeyId, BucketKeyEnabled } = head;
  if (named === undefined && SSECustomerAlgorithm === undefined) return null;
  const known = named !== undefined && Object.hasOwn(encryptions, named) ? encryptions[named] : undefined;
  return {
    kind: named === undefined ? 'SSE-C' : (known ?? 'other'),
    keyArn: words(SSEKMSKeyId),
    bucketKey: BucketKeyEnabled === true,
  };
}

function checksumsOf(head: HeadObjectCommandOutput): ObjectFacts['checksums'] {
  const all = [
    ['CRC64NVME', head.ChecksumCRC64NVME],
    ['CRC32', head.ChecksumCRC32],
    ['CRC32C', head.ChecksumCRC32C],
    ['SHA1', head.ChecksumSHA1],
    ['SHA256', head.ChecksumSHA256],
    ['SHA512', head.ChecksumSHA512],
    ['MD5', head.ChecksumMD5],
    ['XXHASH64', head.ChecksumXXHASH64],
    ['XXHASH3', head.ChecksumXXHASH3],
    ['XXHASH128', head.ChecksumXXHASH128],
  ] as const;
  return all.flatMap(([algorithm, value]) =>
    value === undefined
      ? []
      : // A checksum of checksums also shows by the number of parts behind it.
        [
          {
            algorithm,
            value: cut(value, 256),
            ofWhole: head.ChecksumType !== 'COMPOSITE' && !/-\d+$/.test(value),
          },
        ],
  );
}

/** S3 writes how many parts an object was sent in behind the ETag; it tells it in no other way that costs no part. */
function partsOf(etag: string | undefined): number | null {
  const parts = /-(\d{1,5})"?$/.exec(etag ?? '')?.[1];
  return parts === undefined ? null : Number(parts);
}

function lockOf(head: HeadObjectCommandOutput): ObjectFacts['lock'] {
  const { ObjectLockMode: mode, ObjectLockRetainUntilDate: until, ObjectLockLegalHoldStatus: hold } = head;
  if (mode === undefined && until === undefined && hold === undefined) return null;
  return {
    mode: mode === undefined ? null : cut(mode, 32),
    until: momentOf(until),
    legalHold: hold === 'ON',
  };
}
