// What can be asked of an object: HeadObject and GetObject, with one range. Bytes are streamed as they are made.

import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Bucket } from './buckets.ts';
import type { DemoObject } from './content/object.ts';
import { noSuchKey, S3Error } from './errors.ts';
import { readRange } from './range.ts';
import { refuseContent } from './refusals.ts';
import type { Rights } from './rights.ts';
import { headerValue, queryValue, type SignableRequest } from './sigv4.ts';

const FROZEN = ['GLACIER', 'DEEP_ARCHIVE'];

const READS: Record<string, string> = {
  acl: 's3:GetObjectAcl',
  attributes: 's3:GetObjectAttributes',
  'legal-hold': 's3:GetObjectLegalHold',
  retention: 's3:GetObjectRetention',
  tagging: 's3:GetObjectTagging',
  versionId: 's3:GetObjectVersion',
};

/** GetObject's query parameters that replace a header of the answer. */
const REPLACED_HEADERS: Record<string, string> = {
  'response-cache-control': 'Cache-Control',
  'response-content-disposition': 'Content-Disposition',
  'response-content-encoding': 'Content-Encoding',
  'response-content-language': 'Content-Language',
  'response-content-type': 'Content-Type',
  'response-expires': 'Expires',
};

export async function answerObject(
  request: SignableRequest,
  bucket: Bucket,
  key: string,
  rights: Rights,
  response: ServerResponse,
): Promise<void> {
  const action = actionOf(request);
  const resource = `arn:aws:s3:::${bucket.name}/${key}`;
  rights.check(action, resource, bucket);
  if (action !== 's3:GetObject' || !rights.mayRead(bucket, key))
    throw rights.denied(action, resource, bucket);
  const object = bucket.find(key);
  if (!object) {
    // Who may not list is not told whether a key exists (S3 API reference, GetObject).
    throw rights.mayList(bucket, key)
      ? noSuchKey(key)
      : rights.denied('s3:ListBucket', `arn:aws:s3:::${bucket.name}`);
  }
  if (request.method === 'GET') refuseContent(rights.user, bucket, key);
  if (request.method === 'GET' && FROZEN.includes(object.storageClass)) {
    throw new S3Error(
      403,
      'InvalidObjectState',
      "The operation is not valid for the object's storage class",
      {
        details: { StorageClass: object.storageClass },
      },
    );
  }
  await sendObject(request, object, response);
}

function actionOf(request: SignableRequest): string {
  // PutObject and DeleteObject are in object-writes.ts; parts of an upload are not taken.
  if (request.method === 'POST') return 's3:PutObject';
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw new S3Error(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.');
  }
  const read = Object.entries(READS).find(([name]) => queryValue(request, name) !== undefined);
  return read?.[1] ?? 's3:GetObject';
}

async function sendObject(
  request: SignableRequest,
  object: DemoObject,
  response: ServerResponse,
): Promise<void> {
  const range = readRange(headerValue(request, 'range'), object.sizeBytes);
  if (range === 'unsatisfiable') {
    throw new S3Error(416, 'InvalidRange', 'The requested range is not satisfiable', {
      details: { RangeRequested: headerValue(request, 'range') ?? '', ActualObjectSize: object.sizeBytes },
      headers: { 'Content-Range': `bytes */${object.sizeBytes}` },
    });
  }
  const { start, end } = range === 'whole' ? { start: 0, end: object.sizeBytes } : range;
  setObjectHeaders(request, object, response);
  response.setHeader('Content-Length', end - start);
  if (range !== 'whole') response.setHeader('Content-Range', `bytes ${start}-${end - 1}/${object.sizeBytes}`);
  response.writeHead(range === 'whole' ? 200 : 206);
  if (request.method === 'HEAD' || start === end) {
    response.end();
    return;
  }
  // A client that hangs up in the middle is not a fault of ours.
  await pipeline(Readable.from(object.read(start, end)), response).catch(() => response.destroy());
}

function setObjectHeaders(request: SignableRequest, object: DemoObject, response: ServerResponse): void {
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('Content-Type', object.contentType);
  response.setHeader('ETag', object.etag);
  response.setHeader('Last-Modified', new Date(object.modifiedAt).toUTCString());
  if (object.storageClass !== 'STANDARD') response.setHeader('x-amz-storage-class', object.storageClass);
  for (const [parameter, header] of Object.entries(REPLACED_HEADERS)) {
    const value = queryValue(request, parameter);
    if (value !== undefined && /^[\x20-\x7e]*$/.test(value)) response.setHeader(header, value);
  }
}
