// CopyObject: by reference, so that a copy of whatever size takes no memory.

import { createHash } from 'node:crypto';
import { element } from '../../xml.ts';
import { document } from '../answers.ts';
import type { DemoObject } from '../content/object.ts';
import { invalidArgument, invalidRequest } from '../errors.ts';
import { headerValue, type SignableRequest } from '../sigv4.ts';
import { type Asked, answerXml, wholeSecond } from './asked.ts';
import { checksumElements } from './checksum-xml.ts';
import { copySourceConditions, writeConditions } from './conditions.ts';
import { type CopySource, findCopySource } from './copy-source.ts';
import { versionHeader } from './find-version.ts';
import { demandWrite, keep } from './put-object.ts';
import { describedBy, encryptionHeaders, encryptionOf, storageClassOf, taggedBy } from './written-facts.ts';

const MOST_BYTES = 5 * 1024 ** 3;
/** The largest object whose MD5 is worked out; a larger one keeps its source's ETag. */
const MOST_HASHED_BYTES = 16 * 1024 ** 2;

export function copyObject(asked: Asked): void {
  const { request, bucket, key, response } = asked;
  demandWrite(asked);
  const source = findCopySource(asked);
  copySourceConditions(request, source.version.object);
  refuseUnchanged(asked, source);
  if (source.version.object.sizeBytes > MOST_BYTES)
    throw invalidRequest(
      `The specified copy source is larger than the maximum allowable size for a copy source: ${MOST_BYTES}`,
    );
  const object = copied(asked, source);
  writeConditions(request, key, bucket.find(key)?.object);
  const version = keep(asked, object, 0);
  for (const [name, value] of Object.entries({
    ...versionHeader(bucket, version),
    ...encryptionHeaders(object),
    ...(source.bucket.isVersioned && { 'x-amz-copy-source-version-id': source.version.id }),
  }))
    response.setHeader(name, value);
  const facts = [
    element('LastModified', new Date(object.modifiedAt).toISOString()),
    element('ETag', object.etag),
    checksumElements(object.checksum),
  ];
  answerXml(response, document('CopyObjectResult', facts.join('')));
}

function copied(asked: Asked, source: CopySource): DemoObject {
  const { request, key, rights, bucket } = asked;
  const { object } = source.version;
  const replacesTags = directive(request, 'x-amz-tagging-directive') === 'REPLACE';
  if (!replacesTags && object.tags?.length) {
    rights.demand(
      source.id === undefined ? 's3:GetObjectTagging' : 's3:GetObjectVersionTagging',
      source.bucket,
      object.key,
    );
    rights.demand('s3:PutObjectTagging', bucket, key);
  }
  // What S3 does not copy: the storage class, the encryption, the redirect, the parts.
  const { headers, metadata, contentType, sizeBytes, checksum, read } = object;
  const { 'x-amz-website-redirect-location': _, ...kept } = headers ?? {};
  const described =
    directive(request, 'x-amz-metadata-directive') === 'REPLACE'
      ? describedBy(request)
      : { headers: kept, metadata: metadata ?? {}, contentType };
  return {
    key,
    modifiedAt: wholeSecond(asked.now),
    sizeBytes,
    etag: etagOf(object),
    storageClass: storageClassOf(request),
    ...described,
    ...encryptionOf(request),
    ...(replacesTags ? taggedBy(request) : { tags: object.tags ?? [] }),
    ...(checksum?.type === 'FULL_OBJECT' && { checksum }),
    read,
  };
}

// A copy in one piece has a plain MD5, whatever its source had.
function etagOf({ etag, sizeBytes, read }: DemoObject): string {
  if (!etag.includes('-') || sizeBytes > MOST_HASHED_BYTES) return etag;
  const hash = createHash('md5');
  for (const piece of read(0, sizeBytes)) hash.update(piece);
  return `"${hash.digest('hex')}"`;
}

function directive(request: SignableRequest, name: string): 'COPY' | 'REPLACE' {
  const value = headerValue(request, name) ?? 'COPY';
  if (value === 'COPY' || value === 'REPLACE') return value;
  throw invalidArgument(`Unknown ${name.replace(/^x-amz-/, '').replace('-', ' ')}.`, name, value);
}

function refuseUnchanged({ request, bucket, key }: Asked, source: CopySource): void {
  if (source.bucket !== bucket || source.version.key !== key) return;
  // An older version that becomes the present one is a change.
  if (bucket.find(key)?.id !== source.version.id) return;
  const changes =
    directive(request, 'x-amz-metadata-directive') === 'REPLACE' ||
    ['x-amz-storage-class', 'x-amz-website-redirect-location', 'x-amz-server-side-encryption'].some(
      (name) => headerValue(request, name) !== undefined,
    );
  if (changes) return;
  throw invalidRequest(
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
  );
}
