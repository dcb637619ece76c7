// Says who sends an S3 request, or refuses it in S3's words.

import { createHash } from 'node:crypto';
import type { DemoSession, SessionTokens } from '../session-token.ts';
import { judge } from '../signed-request.ts';
import { S3Error } from './errors.ts';
import { type Claim, type Expected, headerValue, queryValue, type SignableRequest } from './sigv4.ts';

export interface Caller {
  session: DemoSession;
  /** The region the request was signed for. */
  region: string;
  claim: Claim;
}

const UNSIGNED = 'UNSIGNED-PAYLOAD';

export function authenticate(
  request: SignableRequest,
  body: Buffer,
  tokens: SessionTokens,
  now: number,
): Caller {
  const verdict = judge(request, payloadHash(request, body), tokens, now);
  switch (verdict.kind) {
    case 'accepted':
      if (verdict.claim.service === 's3')
        return { session: verdict.session, region: verdict.claim.region, claim: verdict.claim };
      throw new S3Error(
        400,
        'AuthorizationHeaderMalformed',
        'The authorization header is malformed; incorrect service',
      );
    case 'anonymous':
      throw new S3Error(403, 'AccessDenied', 'Access Denied');
    case 'malformed':
      if (verdict.place === 'query')
        throw new S3Error(400, 'AuthorizationQueryParametersError', verdict.reason);
      throw new S3Error(
        400,
        'AuthorizationHeaderMalformed',
        `The authorization header is malformed; ${verdict.reason}.`,
      );
    case 'unsigned headers':
      throw new S3Error(
        403,
        'AccessDenied',
        'There were headers present in the request which were not signed',
        {
          details: { HeadersNotSigned: verdict.names.join(', ') },
        },
      );
    case 'unknown key':
      throw new S3Error(
        403,
        'InvalidAccessKeyId',
        'The AWS Access Key Id you provided does not exist in our records.',
      );
    case 'bad token':
      throw new S3Error(400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.');
    case 'session ended':
      throw new S3Error(400, 'ExpiredToken', 'The provided token has expired.');
    case 'wrong signature':
      throw wrongSignature(verdict.claim.accessKeyId, verdict.expected);
    case 'skewed':
      throw skewed(verdict.timestamp, now);
    case 'url ended':
      throw new S3Error(403, 'AccessDenied', 'Request has expired', {
        details: {
          'X-Amz-Expires': verdict.claim.expiresSeconds ?? 0,
          Expires: iso(verdict.endsAt),
          ServerTime: iso(now),
        },
      });
  }
}

function payloadHash(request: SignableRequest, body: Buffer): string {
  const claimed =
    headerValue(request, 'x-amz-content-sha256') ?? queryValue(request, 'X-Amz-Content-Sha256') ?? UNSIGNED;
  if (claimed === UNSIGNED) return UNSIGNED;
  // Bodies in chunks sign this word in place of a hash; their chunks are checked in body/.
  if (claimed.startsWith('STREAMING-')) return claimed;
  const real = createHash('sha256').update(body).digest('hex');
  if (real === claimed) return claimed;
  throw new S3Error(
    400,
    'XAmzContentSHA256Mismatch',
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
    { details: { ClientComputedContentSHA256: claimed, S3ComputedContentSHA256: real } },
  );
}

function wrongSignature(accessKeyId: string, expected: Expected): S3Error {
  return new S3Error(
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    {
      details: {
        AWSAccessKeyId: accessKeyId,
        StringToSign: expected.stringToSign,
        CanonicalRequest: withoutToken(expected.canonicalRequest),
      },
    },
  );
}

// SECURITY: the canonical request holds the session token, and error answers end up in logs.
function withoutToken(canonicalRequest: string): string {
  return canonicalRequest.replace(/(x-amz-security-token[:=])[^\n&]*/gi, '$1***');
}

function skewed(timestamp: string, now: number): S3Error {
  return new S3Error(
    403,
    'RequestTimeTooSkewed',
    'The difference between the request time and the current time is too large.',
    { details: { RequestTime: timestamp, ServerTime: iso(now), MaxAllowedSkewMilliseconds: 900_000 } },
  );
}

function iso(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}
