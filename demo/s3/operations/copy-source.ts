// The header x-amz-copy-source: `/bucket/key?versionId=id`, URL-encoded (S3 API reference, CopyObject).

import type { Bucket } from '../buckets.ts';
import { invalidArgument, noSuchBucket } from '../errors.ts';
import { decodeBytes, readUtf8 } from '../raw-url.ts';
import { refuseContent, refuseUnpaid } from '../refusals.ts';
import { headerValue, type SignableRequest } from '../sigv4.ts';
import { type Asked, checkVersionId } from './asked.ts';
import { type Found, findVersion } from './find-version.ts';
import { refuseArchived } from './send-object.ts';

export interface CopySource {
  bucket: Bucket;
  version: Found;
  /** As the request named it. */
  id: string | undefined;
}

/** Throws when it is not there, may not be read, or is in an archive. */
export function findCopySource({ request, buckets, rights, now }: Asked): CopySource {
  const { bucketName, key, id } = readCopySource(request);
  const bucket = buckets.find(bucketName);
  if (!bucket) throw noSuchBucket(bucketName);
  refuseUnpaid(bucket, headerValue(request, 'x-amz-request-payer'));
  rights.demand(id === undefined ? 's3:GetObject' : 's3:GetObjectVersion', bucket, key);
  const version = findVersion({ bucket, key, id, rights });
  refuseContent(rights.user, bucket, key);
  refuseArchived(version, now, "Operation is not valid for the source object's storage class");
  return { bucket, version, id };
}

function readCopySource(request: SignableRequest): {
  bucketName: string;
  key: string;
  id: string | undefined;
} {
  const header = headerValue(request, 'x-amz-copy-source') ?? '';
  const [, path = '', id] = /^(.*?)(?:\?versionId=([^&]*))?$/s.exec(header) ?? [];
  // Here S3 reads a plus as a blank, which it does not in a path.
  const text = readUtf8(decodeBytes(path.replaceAll('+', ' '))) ?? '';
  const [, bucketName = '', key = ''] = /^\/?([^/]+)\/(.+)$/s.exec(text) ?? [];
  if (key === '')
    throw invalidArgument(
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
      'x-amz-copy-source',
      header,
    );
  if (id !== undefined) checkVersionId(id);
  return { bucketName, key, id };
}
