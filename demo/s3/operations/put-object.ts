// PutObject: a whole object in one request, kept in memory until the demo ends.

import { bytesObject, type DemoObject } from '../content/object.ts';
import { notImplemented, S3Error } from '../errors.ts';
import { headerValue } from '../sigv4.ts';
import type { Version } from '../store/version.ts';
import { type Asked, wholeSecond } from './asked.ts';
import { checkBody, checksumHeaders } from './checksums.ts';
import { writeConditions } from './conditions.ts';
import { versionHeader } from './find-version.ts';
import { describedBy, encryptionHeaders, encryptionOf, storageClassOf, taggedBy } from './written-facts.ts';

const LONGEST_KEY_BYTES = 1024;

export function putObject(asked: Asked): void {
  const { request, body, bucket, key, response } = asked;
  demandWrite(asked);
  const checksum = checkBody(request, body);
  const object = bytesObject(
    {
      key,
      modifiedAt: wholeSecond(asked.now),
      storageClass: storageClassOf(request),
      ...describedBy(request),
      ...encryptionOf(request),
      ...taggedBy(request),
      ...(checksum && { checksum }),
    },
    body,
  );
  writeConditions(request, key, bucket.find(key)?.object);
  const version = keep(asked, object, body.length);
  response
    .writeHead(200, {
      ETag: object.etag,
      ...versionHeader(bucket, version),
      ...encryptionHeaders(object),
      ...checksumHeaders(checksum),
    })
    .end();
}

/** The rights that every way to write an object needs. */
export function demandWrite({ request, bucket, key, rights }: Asked): void {
  rights.demand('s3:PutObject', bucket, key);
  if (headerValue(request, 'x-amz-tagging') !== undefined) rights.demand('s3:PutObjectTagging', bucket, key);
  const sizeBytes = Buffer.byteLength(key, 'utf8');
  if (sizeBytes <= LONGEST_KEY_BYTES) return;
  throw new S3Error(400, 'KeyTooLongError', 'Your key is too long', {
    details: { Size: sizeBytes, MaxSizeAllowed: LONGEST_KEY_BYTES },
  });
}

/** `sizeBytes`: what its bytes take of the demo's room. */
export function keep({ bucket }: Asked, object: DemoObject, sizeBytes: number): Version {
  const version = bucket.put(object, sizeBytes);
  if (!version) throw notImplemented();
  return version;
}
