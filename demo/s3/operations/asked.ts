// One authenticated request for something in a bucket, and how an operation answers it.

import type { ServerResponse } from 'node:http';
import type { Bucket, Buckets } from '../buckets.ts';
import { S3Error } from '../errors.ts';
import type { Rights } from '../rights.ts';
import { queryValue, type SignableRequest } from '../sigv4.ts';

export interface Asked {
  request: SignableRequest;
  body: Buffer;
  buckets: Buckets;
  bucket: Bucket;
  /** '' for the bucket itself. */
  key: string;
  rights: Rights;
  /** Epoch ms, the demo's clock. */
  now: number;
  response: ServerResponse;
}

export function answerXml(response: ServerResponse, xml: string): void {
  response.writeHead(200, { 'Content-Type': 'application/xml' }).end(xml);
}

/** S3 keeps whole seconds. */
export function wholeSecond(now: number): number {
  return Math.floor(now / 1000) * 1000;
}

/** The query's versionId; undefined when it is not there. */
export function askedVersion(request: SignableRequest): string | undefined {
  const id = queryValue(request, 'versionId');
  if (id !== undefined) checkVersionId(id);
  return id;
}

export function checkVersionId(id: string): void {
  if (/^[\w.-]{1,1024}$/.test(id)) return;
  throw new S3Error(400, 'InvalidArgument', 'Invalid version id specified', {
    details: { ArgumentName: 'versionId', ArgumentValue: id },
  });
}
