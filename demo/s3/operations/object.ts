// Chooses the operation on an object from a request's method and what it asks for.

import { methodNotAllowed, notImplemented } from '../errors.ts';
import { headerValue, queryValue } from '../sigv4.ts';
import type { Asked } from './asked.ts';
import { copyObject } from './copy-object.ts';
import { deleteObject } from './delete-object.ts';
import { abortMultipartUpload } from './multipart/abort.ts';
import { completeMultipartUpload } from './multipart/complete.ts';
import { createMultipartUpload } from './multipart/create.ts';
import { listParts } from './multipart/list-parts.ts';
import { uploadPart } from './multipart/upload-part.ts';
import { uploadPartCopy } from './multipart/upload-part-copy.ts';
import { objectTagging } from './object-tagging.ts';
import { putObject } from './put-object.ts';
import { restoreObject } from './restore-object.ts';
import { getObject } from './send-object.ts';

/** Sub-resources that a role of the demo never has the right to see. */
const NEVER: Record<string, string> = {
  acl: 's3:GetObjectAcl',
  attributes: 's3:GetObjectAttributes',
  'legal-hold': 's3:GetObjectLegalHold',
  retention: 's3:GetObjectRetention',
};

/** What may stand in the query of a write; anything else asks for what the demo does not do. */
const OF_WRITES = /^(x-id|versionId|X-Amz-.*)$/;

export async function answerObject(asked: Asked): Promise<void> {
  const { request } = asked;
  const asks = (name: string) => queryValue(request, name) !== undefined;
  for (const [name, action] of Object.entries(NEVER)) if (asks(name)) refuse(asked, action);
  if (asks('tagging')) return objectTagging(asked);
  if (request.method === 'POST' && asks('restore')) return restoreObject(asked);
  if (request.method === 'POST' && asks('uploads')) return createMultipartUpload(asked);
  if (asks('uploadId')) return answerUpload(asked);
  if (request.method === 'GET' || request.method === 'HEAD') return getObject(asked);
  if (request.method === 'POST') refuse(asked, 's3:PutObject');
  if (request.method !== 'PUT' && request.method !== 'DELETE') throw methodNotAllowed();
  if (request.url.query.some(({ name }) => !OF_WRITES.test(name.toString('latin1')))) throw notImplemented();
  if (request.method === 'DELETE') return deleteObject(asked);
  if (headerValue(request, 'x-amz-copy-source') !== undefined) return copyObject(asked);
  return putObject(asked);
}

async function answerUpload(asked: Asked): Promise<void> {
  const isCopy = headerValue(asked.request, 'x-amz-copy-source') !== undefined;
  switch (asked.request.method) {
    case 'GET':
      return listParts(asked);
    case 'PUT':
      return isCopy ? uploadPartCopy(asked) : uploadPart(asked);
    case 'POST':
      return completeMultipartUpload(asked);
    case 'DELETE':
      return abortMultipartUpload(asked);
    default:
      throw methodNotAllowed();
  }
}

function refuse({ rights, bucket, key }: Asked, action: string): never {
  const resource = `arn:aws:s3:::${bucket.name}/${key}`;
  rights.check(action, resource, bucket);
  throw rights.denied(action, resource, bucket);
}
