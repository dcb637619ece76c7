// S3's door: authenticates every request, finds its bucket and key, chooses the operation, words refusals.

import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { readBody } from '../http/form.ts';
import type { Handle } from '../http/serve.ts';
import type { SessionTokens } from '../session-token.ts';
import { signable } from '../signed-request.ts';
import { bucketsXml, errorXml } from './answers.ts';
import { authenticate, type Caller } from './authenticate.ts';
import { type Content, readContent, tooLarge } from './body/read-content.ts';
import { type Buckets, createBuckets, HOME_REGION } from './buckets.ts';
import {
  DISABLED_REGION,
  malformedRegion,
  noSuchBucket,
  S3Error,
  strangerHere,
  wrongRegion,
} from './errors.ts';
import { answerBucket } from './operations/bucket.ts';
import { answerObject } from './operations/object.ts';
import { decodeBytes, readUtf8 } from './raw-url.ts';
import { refuseUnpaid } from './refusals.ts';
import { type Rights, rightsOf } from './rights.ts';
import { headerValue, type SignableRequest } from './sigv4.ts';

/** With room for the marks between the chunks of 64 MiB. */
const BODY_BYTES = 65 * 1024 * 1024;

export interface S3Options {
  now: () => number;
  tokens: SessionTokens;
}

export function createS3(options: S3Options): Handle {
  const buckets = createBuckets();
  return async (request, response) => {
    const requestId = randomBytes(8).toString('hex').toUpperCase();
    response.setHeader('x-amz-request-id', requestId);
    response.setHeader('x-amz-id-2', 'larkfield');
    const body = await readBody(request, BODY_BYTES);
    try {
      const signed = signable(request);
      if (!signed) throw new S3Error(400, 'InvalidRequest', 'Invalid Request');
      if (!body) throw tooLarge(BODY_BYTES);
      const caller = authenticate(signed, body, options.tokens, options.now());
      await answer(buckets, readContent(signed, body, caller), caller, options.now(), response);
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      refuse(
        response,
        request.method,
        error,
        errorXml(error, (request.url ?? '').split('?')[0] ?? '', requestId),
      );
    }
  };
}

async function answer(
  buckets: Buckets,
  { request, body }: Content,
  caller: Caller,
  now: number,
  response: ServerResponse,
): Promise<void> {
  if (caller.region === DISABLED_REGION) throw strangerHere();
  const rights = rightsOf(caller.session);
  if (!rights) throw new S3Error(403, 'AccessDenied', 'Access Denied');
  const { bucketName, key } = readTarget(request.url.path);
  if (bucketName === '') return listBuckets(buckets, request, caller, rights, response);
  const bucket = buckets.find(bucketName);
  if (!bucket) throw noSuchBucket(bucketName);
  if (caller.region !== bucket.region) throw wrongRegion(bucket, caller.region, HOME_REGION);
  response.setHeader('x-amz-bucket-region', bucket.region);
  bucket.admit?.(now);
  refuseUnpaid(bucket, headerValue(request, 'x-amz-request-payer'));
  const asked = { request, body, buckets, bucket, key, rights, now, response };
  return key === '' ? answerBucket(asked) : answerObject(asked);
}

function listBuckets(
  buckets: Buckets,
  request: SignableRequest,
  caller: Caller,
  rights: Rights,
  response: ServerResponse,
): void {
  if (request.method !== 'GET')
    throw new S3Error(405, 'MethodNotAllowed', 'The specified method is not allowed.');
  if (caller.region !== HOME_REGION) throw malformedRegion(caller.region, HOME_REGION);
  rights.check('s3:ListAllMyBuckets', 'arn:aws:s3:::*');
  if (!rights.mayListBuckets()) throw rights.denied('s3:ListAllMyBuckets', 'arn:aws:s3:::*');
  const { accountId } = rights.role;
  response
    .writeHead(200, { 'Content-Type': 'application/xml' })
    .end(bucketsXml(accountId, buckets.ofAccount(accountId)));
}

/** `/bucket/key`, the key being every byte after the second slash. */
function readTarget(path: string): { bucketName: string; key: string } {
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? [];
  const [bucketName, keyText] = [readUtf8(decodeBytes(bucket)), readUtf8(decodeBytes(key))];
  if (bucketName === undefined || keyText === undefined) {
    throw new S3Error(400, 'InvalidURI', "Couldn't parse the specified URI.");
  }
  return { bucketName, key: keyText };
}

function refuse(response: ServerResponse, method: string | undefined, error: S3Error, xml: string): void {
  for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
  response.writeHead(error.status, { 'Content-Type': 'application/xml' });
  response.end(method === 'HEAD' ? undefined : xml);
}
