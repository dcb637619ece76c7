// What a request that writes says of its object beside the bytes: headers, metadata, tags, storage class, encryption.

import { WORKBENCH_KMS_KEY } from '../buckets/workbench.ts';
import type { DemoObject, StorageClass } from '../content/object.ts';
import { invalidArgument, notImplemented, S3Error } from '../errors.ts';
import { headerValue, type SignableRequest } from '../sigv4.ts';
import { tagsFromHeader } from './tags.ts';

const MOST_METADATA_BYTES = 2048;
const CLASSES = [
  ...['STANDARD', 'STANDARD_IA', 'ONEZONE_IA', 'REDUCED_REDUNDANCY', 'INTELLIGENT_TIERING'],
  ...['GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'],
];
const HEADERS = [
  ...['Cache-Control', 'Content-Disposition', 'Content-Encoding', 'Content-Language', 'Expires'],
  'x-amz-website-redirect-location',
];
const META = 'x-amz-meta-';

export type Described = Pick<DemoObject, 'contentType' | 'headers' | 'metadata'>;

/** Content headers and metadata. */
export function describedBy(request: SignableRequest): Described {
  const headers: Record<string, string> = {};
  for (const name of HEADERS) {
    const value = headerValue(request, name.toLowerCase());
    // `aws-chunked` is how the body was sent, not what it is.
    const kept = name === 'Content-Encoding' ? value?.replace(/(^|,\s*)aws-chunked(,\s*|$)/, '') : value;
    if (kept) headers[name] = kept;
  }
  return {
    contentType: headerValue(request, 'content-type') ?? 'binary/octet-stream',
    headers,
    metadata: readMetadata(request),
  };
}

export function readMetadata(request: SignableRequest): Record<string, string> {
  const all = request.headers
    .filter(([name]) => name.toLowerCase().startsWith(META))
    .map(([name, value]) => [name.toLowerCase().slice(META.length), asHeader(value.trim())] as const);
  const sizeBytes = all.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (sizeBytes > MOST_METADATA_BYTES) {
    throw new S3Error(
      400,
      'MetadataTooLarge',
      'Your metadata headers exceed the maximum allowed metadata size',
      {
        details: { Size: sizeBytes, MaxSizeAllowed: MOST_METADATA_BYTES },
      },
    );
  }
  return Object.fromEntries(all);
}

// S3 answers what is not US-ASCII in the form of RFC 2047 (User Guide, "User-defined object metadata").
function asHeader(value: string): string {
  if (/^[\x20-\x7e]*$/.test(value)) return value;
  return `=?UTF-8?B?${Buffer.from(value, 'latin1').toString('base64')}?=`;
}

export function storageClassOf(request: SignableRequest): StorageClass {
  const name = headerValue(request, 'x-amz-storage-class') ?? 'STANDARD';
  if (CLASSES.includes(name)) return name as StorageClass;
  throw new S3Error(400, 'InvalidStorageClass', 'The storage class you specified is not valid');
}

/** Empty for S3's own key. Keys of the customer's own (SSE-C) are not taken. */
export function encryptionOf(request: SignableRequest): Pick<DemoObject, 'kmsKeyArn'> {
  if (headerValue(request, 'x-amz-server-side-encryption-customer-algorithm') !== undefined)
    throw notImplemented();
  const kind = headerValue(request, 'x-amz-server-side-encryption') ?? 'AES256';
  if (kind === 'AES256') return {};
  if (kind !== 'aws:kms')
    throw invalidArgument(
      'The encryption method specified is not supported',
      'x-amz-server-side-encryption',
      kind,
    );
  return {
    kmsKeyArn: headerValue(request, 'x-amz-server-side-encryption-aws-kms-key-id') ?? WORKBENCH_KMS_KEY,
  };
}

export function encryptionHeaders({ kmsKeyArn }: Pick<DemoObject, 'kmsKeyArn'>): Record<string, string> {
  return kmsKeyArn === undefined
    ? { 'x-amz-server-side-encryption': 'AES256' }
    : {
        'x-amz-server-side-encryption': 'aws:kms',
        'x-amz-server-side-encryption-aws-kms-key-id': kmsKeyArn,
      };
}

export function taggedBy(request: SignableRequest): Pick<DemoObject, 'tags'> {
  const header = headerValue(request, 'x-amz-tagging');
  return header === undefined ? {} : { tags: tagsFromHeader(header) };
}
