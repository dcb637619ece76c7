// What can be asked of a bucket: HeadBucket, GetBucketLocation, GetBucketVersioning, ListObjectsV2, ListObjectVersions,
// ListMultipartUploads, DeleteObjects. Everything else is refused by right.

import { element } from '../../xml.ts';
import { document, listXml, locationXml } from '../answers.ts';
import { invalidArgument, S3Error } from '../errors.ts';
import { type ListQuery, listPage } from '../listing.ts';
import { readUtf8 } from '../raw-url.ts';
import { queryValue, type SignableRequest } from '../sigv4.ts';
import { type Asked, answerXml } from './asked.ts';
import { deleteObjects } from './delete-objects.ts';
import { listObjectVersions } from './list-object-versions.ts';
import { readMaxKeys, textOf } from './list-parameters.ts';
import { listMultipartUploads } from './multipart/list-uploads.ts';

/** Sub-resources that a role of the demo never has the right to see. */
const NEVER: Record<string, string> = {
  acl: 's3:GetBucketAcl',
  cors: 's3:GetBucketCORS',
  encryption: 's3:GetEncryptionConfiguration',
  lifecycle: 's3:GetLifecycleConfiguration',
  'object-lock': 's3:GetBucketObjectLockConfiguration',
  policy: 's3:GetBucketPolicy',
  tagging: 's3:GetBucketTagging',
  website: 's3:GetBucketWebsite',
};

const WRITES: Record<string, string> = {
  PUT: 's3:CreateBucket',
  POST: 's3:DeleteObject',
  DELETE: 's3:DeleteBucket',
};

export async function answerBucket(asked: Asked): Promise<void> {
  const { request, bucket, rights, response } = asked;
  const resource = `arn:aws:s3:::${bucket.name}`;
  const asks = (name: string) => queryValue(request, name) !== undefined;
  if (request.method === 'HEAD') {
    rights.demandList('s3:ListBucket', bucket, undefined);
    response.writeHead(200).end();
    return;
  }
  if (request.method === 'POST' && asks('delete')) return deleteObjects(asked);
  if (request.method !== 'GET') {
    const action = WRITES[request.method] ?? 's3:ListBucket';
    rights.check(action, resource, bucket);
    throw rights.denied(action, resource, bucket);
  }
  for (const [name, action] of Object.entries(NEVER))
    if (asks(name)) throw rights.denied(action, resource, bucket);
  if (asks('location')) return answerXml(response, locationXml(bucket));
  if (asks('versioning')) return bucketVersioning(asked);
  if (asks('versions')) return listObjectVersions(asked);
  if (asks('uploads')) return listMultipartUploads(asked);
  if (queryValue(request, 'list-type') !== '2') {
    throw new S3Error(501, 'NotImplemented', 'The demo lists objects by ListObjectsV2 only');
  }
  listObjects(asked);
}

/** A bucket that never had versions answers an empty configuration. */
function bucketVersioning({ bucket, rights, response }: Asked): void {
  rights.demandList('s3:GetBucketVersioning', bucket, undefined);
  const status = bucket.isVersioned ? element('Status', 'Enabled') : '';
  answerXml(response, document('VersioningConfiguration', status));
}

function listObjects({ request, bucket, rights, response }: Asked): void {
  const query = readListQuery(request);
  rights.demandList('s3:ListBucket', bucket, query.prefix);
  const page = listPage(bucket.objects(), query);
  const xml = listXml({
    bucket,
    query,
    page,
    urlEncoded: textOf(request, 'encoding-type') === 'url',
    token: queryValue(request, 'continuation-token'),
    nextToken:
      page.nextAfter === undefined ? undefined : Buffer.from(page.nextAfter, 'utf8').toString('base64'),
  });
  answerXml(response, xml);
}

function readListQuery(request: SignableRequest): ListQuery {
  return {
    prefix: textOf(request, 'prefix'),
    delimiter: textOf(request, 'delimiter'),
    maxKeys: readMaxKeys(request, 'max-keys'),
    startAfter: textOf(request, 'start-after'),
    resumeAfter: readToken(queryValue(request, 'continuation-token')),
  };
}

function readToken(token: string | undefined): string | undefined {
  if (token === undefined) return undefined;
  const bytes = Buffer.from(token, 'base64');
  const text = readUtf8(bytes);
  if (token !== '' && text && bytes.toString('base64') === token) return text;
  throw invalidArgument('The continuation token provided is incorrect', 'continuation-token', token);
}
