// Whether every chunk and the trailing headers were signed by whoever signed the request, each signature over the one
// before (Amazon S3 API reference, "Signature calculations … chunked upload", "… including trailing headers"). Pure.

import { createHash } from 'node:crypto';
import { type Claim, scopeOf, signText } from '../sigv4.ts';
import type { ChunkedBody } from './chunks.ts';

const EMPTY_HASH = createHash('sha256').digest('hex');
const TRAILER_SIGNATURE = 'x-amz-trailer-signature';

export function areChunksSigned(
  { chunks, trailers }: ChunkedBody,
  claim: Claim,
  secretAccessKey: string,
): boolean {
  let before = claim.signature;
  const sign = (algorithm: string, ...more: string[]) =>
    signText(
      claim,
      secretAccessKey,
      [algorithm, claim.timestamp, scopeOf(claim), before, ...more].join('\n'),
    );
  for (const { data, signature } of chunks) {
    if (signature !== sign('AWS4-HMAC-SHA256-PAYLOAD', EMPTY_HASH, hashOf(data))) return false;
    before = signature;
  }
  const signed = trailers.filter(([name]) => name !== TRAILER_SIGNATURE);
  if (signed.length === 0) return true;
  const text = signed.map(([name, value]) => `${name}:${value}\n`).join('');
  const [, said] = trailers.find(([name]) => name === TRAILER_SIGNATURE) ?? [];
  return said === sign('AWS4-HMAC-SHA256-TRAILER', hashOf(Buffer.from(text, 'latin1')));
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
