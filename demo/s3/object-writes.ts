// PutObject and DeleteObject: small objects, kept in memory until the demo ends. What is generated can't be changed.

import type { ServerResponse } from 'node:http';
import type { Bucket } from './buckets.ts';
import { bytesObject } from './content/object.ts';
import { S3Error } from './errors.ts';
import type { Rights } from './rights.ts';
import { headerValue, type SignableRequest } from './sigv4.ts';

export function writeObject(
  request: SignableRequest,
  body: Buffer,
  bucket: Bucket,
  key: string,
  rights: Rights,
  now: number,
  response: ServerResponse,
): void {
  const action = request.method === 'PUT' ? 's3:PutObject' : 's3:DeleteObject';
  const resource = `arn:aws:s3:::${bucket.name}/${key}`;
  rights.check(action, resource, bucket);
  if (!rights.mayWrite(bucket, key)) throw rights.denied(action, resource, bucket);
  if (request.url.query.some(({ name }) => name.toString('latin1') !== 'x-id')) throw notHere();
  if (request.method === 'DELETE') {
    bucket.remove(key);
    response.writeHead(204).end();
    return;
  }
  // Chunked uploads and copies have bodies of their own kind.
  const plain = !headerValue(request, 'x-amz-content-sha256')?.startsWith('STREAMING-');
  if (!plain || headerValue(request, 'x-amz-copy-source') !== undefined) throw notHere();
  const contentType = headerValue(request, 'content-type') ?? 'binary/octet-stream';
  const object = bytesObject({ key, modifiedAt: Math.floor(now / 1000) * 1000 }, body, contentType);
  if (!bucket.put(object)) throw notHere();
  response.writeHead(200, { ETag: object.etag }).end();
}

const notHere = () =>
  new S3Error(501, 'NotImplemented', 'A header you provided implies functionality that is not implemented');
