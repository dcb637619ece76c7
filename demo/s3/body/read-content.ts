// The bytes that a request means, whatever way it sent them. Trailing headers are as good as the others from here on.

import type { Caller } from '../authenticate.ts';
import { notImplemented, S3Error } from '../errors.ts';
import { headerValue, type SignableRequest } from '../sigv4.ts';
import { areChunksSigned } from './chunk-signatures.ts';
import { readChunks } from './chunks.ts';

const LEAST_CHUNK_BYTES = 8192;

/** Every way that is signed chunk by chunk or not, and with trailing headers or not. */
const WAYS: Record<string, { signed: boolean; trailer: boolean }> = {
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD': { signed: true, trailer: false },
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER': { signed: true, trailer: true },
  'STREAMING-UNSIGNED-PAYLOAD-TRAILER': { signed: false, trailer: true },
};

export interface Content {
  request: SignableRequest;
  body: Buffer;
}

/** Throws for a body that is not what its headers say. */
export function readContent(request: SignableRequest, sent: Buffer, caller: Caller): Content {
  const word = headerValue(request, 'x-amz-content-sha256') ?? '';
  if (!word.startsWith('STREAMING-')) return { request, body: sent };
  const way = Object.hasOwn(WAYS, word) ? WAYS[word] : undefined;
  if (!way) throw notImplemented();
  const chunked = readChunks(sent);
  if (!chunked) throw incomplete();
  const { chunks, trailers } = chunked;
  if (way.signed && !areChunksSigned(chunked, caller.claim, caller.session.secretAccessKey)) {
    throw new S3Error(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    );
  }
  // The last two: the last data, and the empty one.
  if (chunks.slice(0, -2).some(({ data }) => data.length < LEAST_CHUNK_BYTES)) {
    throw new S3Error(
      403,
      'InvalidChunkSizeError',
      'Only the last chunk is allowed to have a size less than 8192 bytes',
    );
  }
  const body = Buffer.concat(chunks.map(({ data }) => data));
  checkLength(request, body);
  checkTrailers(request, way.trailer ? trailers.map(([name]) => name) : []);
  return {
    request: way.trailer ? { ...request, headers: [...request.headers, ...trailers] } : request,
    body,
  };
}

function checkLength(request: SignableRequest, body: Buffer): void {
  const said = headerValue(request, 'x-amz-decoded-content-length');
  if (said === undefined)
    throw new S3Error(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.');
  if (said !== String(body.length)) throw incomplete();
}

/** What is announced comes, and nothing else does. */
function checkTrailers(request: SignableRequest, names: string[]): void {
  const announced = (headerValue(request, 'x-amz-trailer') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const came = names.filter((name) => name !== 'x-amz-trailer-signature');
  if (announced.length === came.length && came.every((name) => announced.includes(name))) return;
  throw new S3Error(
    400,
    'MalformedTrailerError',
    'The request contained trailing data that was not well-formed or did not conform to our published schema.',
  );
}

const incomplete = () =>
  new S3Error(
    400,
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
  );

export const tooLarge = (mostBytes: number) =>
  new S3Error(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
    details: { MaxSizeAllowed: mostBytes },
  });
