// What can be asked of a bucket: HeadBucket, GetBucketLocation, ListObjectsV2. Everything else is refused by right.

import type { ServerResponse } from 'node:http';
import { listXml, locationXml } from './answers.ts';
import type { Bucket } from './buckets.ts';
import { invalidArgument, S3Error } from './errors.ts';
import { type ListQuery, listPage } from './listing.ts';
import { readUtf8 } from './raw-url.ts';
import type { Rights } from './rights.ts';
import { queryValue, type SignableRequest } from './sigv4.ts';

const MAX_KEYS = 1000;

/** Sub-resources that a role of the demo never has the right to see. */
const ACTIONS: Record<string, string> = {
  acl: 's3:GetBucketAcl',
  cors: 's3:GetBucketCORS',
  encryption: 's3:GetEncryptionConfiguration',
  lifecycle: 's3:GetLifecycleConfiguration',
  'object-lock': 's3:GetBucketObjectLockConfiguration',
  policy: 's3:GetBucketPolicy',
  tagging: 's3:GetBucketTagging',
  uploads: 's3:ListBucketMultipartUploads',
  versioning: 's3:GetBucketVersioning',
  versions: 's3:ListBucketVersions',
  website: 's3:GetBucketWebsite',
};

const WRITES: Record<string, string> = {
  PUT: 's3:CreateBucket',
  POST: 's3:DeleteObject',
  DELETE: 's3:DeleteBucket',
};

export function answerBucket(
  request: SignableRequest,
  bucket: Bucket,
  rights: Rights,
  response: ServerResponse,
): void {
  const resource = `arn:aws:s3:::${bucket.name}`;
  if (request.method === 'HEAD') {
    rights.check('s3:ListBucket', resource, bucket);
    if (!rights.mayList(bucket, undefined)) throw rights.denied('s3:ListBucket', resource, bucket);
    response.writeHead(200).end();
    return;
  }
  if (request.method !== 'GET') {
    const action = WRITES[request.method] ?? 's3:ListBucket';
    rights.check(action, resource, bucket);
    throw rights.denied(action, resource, bucket);
  }
  for (const [name, action] of Object.entries(ACTIONS)) {
    if (queryValue(request, name) !== undefined) throw rights.denied(action, resource, bucket);
  }
  const asksLocation = queryValue(request, 'location') !== undefined;
  if (!asksLocation && queryValue(request, 'list-type') !== '2') {
    throw new S3Error(501, 'NotImplemented', 'The demo lists objects by ListObjectsV2 only');
  }
  const xml = asksLocation ? locationXml(bucket) : list(request, bucket, rights);
  response.writeHead(200, { 'Content-Type': 'application/xml' }).end(xml);
}

function list(request: SignableRequest, bucket: Bucket, rights: Rights): string {
  const query = readListQuery(request);
  rights.check('s3:ListBucket', `arn:aws:s3:::${bucket.name}`, bucket);
  if (!rights.mayList(bucket, query.prefix)) {
    throw rights.denied('s3:ListBucket', `arn:aws:s3:::${bucket.name}`, bucket);
  }
  const page = listPage(bucket.objects(), query);
  return listXml({
    bucket,
    query,
    page,
    urlEncoded: textOf(request, 'encoding-type') === 'url',
    token: queryValue(request, 'continuation-token'),
    nextToken:
      page.nextAfter === undefined ? undefined : Buffer.from(page.nextAfter, 'utf8').toString('base64'),
  });
}

function readListQuery(request: SignableRequest): ListQuery {
  return {
    prefix: textOf(request, 'prefix'),
    delimiter: textOf(request, 'delimiter'),
    maxKeys: readMaxKeys(textOf(request, 'max-keys')),
    startAfter: textOf(request, 'start-after'),
    resumeAfter: readToken(queryValue(request, 'continuation-token')),
  };
}

function readMaxKeys(text: string): number {
  if (text === '') return MAX_KEYS;
  if (!/^\d{1,10}$/.test(text))
    throw invalidArgument('Provided max-keys not an integer or within integer range', 'max-keys', text);
  return Math.min(Number(text), MAX_KEYS);
}

function readToken(token: string | undefined): string | undefined {
  if (token === undefined) return undefined;
  const bytes = Buffer.from(token, 'base64');
  const text = readUtf8(bytes);
  if (token !== '' && text && bytes.toString('base64') === token) return text;
  throw invalidArgument('The continuation token provided is incorrect', 'continuation-token', token);
}

function textOf(request: SignableRequest, name: string): string {
  const field = request.url.query.find((one) => one.name.toString('latin1') === name);
  const text = field ? readUtf8(field.value) : '';
  if (text === undefined) throw invalidArgument(`${name} is not UTF-8`, name, '');
  return text;
}
