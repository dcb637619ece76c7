// Reads what a request claims about its signature, from its Authorization header or its query. Pure.

import { ALGORITHM, type Claim, headerValue, queryValue, type SignableRequest } from './sigv4.ts';

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256\s+Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/;
const CREDENTIAL = /^([A-Z0-9]{16,128})\/(\d{8})\/([a-z0-9-]+)\/([a-z0-9]+)\/aws4_request$/;
/** A week (S3 API reference, "Authenticating Requests: Using Query Parameters"). */
const MOST_SECONDS = 604_800;
const QUERY_PARTS = [
  ...['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Signature', 'X-Amz-Date', 'X-Amz-SignedHeaders'],
  'X-Amz-Expires',
];
const TIMESTAMP = /^\d{8}T\d{6}Z$/;

/** Why a claim can't be read, and where it stood. */
export interface Malformed {
  malformed: string;
  place: Claim['place'];
}

/** What the request says about its signature. */
export function readClaim(request: SignableRequest): Claim | 'none' | Malformed {
  const authorization = headerValue(request, 'authorization');
  const inQuery = queryValue(request, 'X-Amz-Algorithm');
  if (authorization === undefined && inQuery === undefined) return 'none';
  if (authorization !== undefined && inQuery !== undefined) {
    return { malformed: 'Only one auth mechanism allowed', place: 'header' };
  }
  return authorization === undefined ? claimFromQuery(request) : claimFromHeader(request, authorization);
}

function claimFromHeader(request: SignableRequest, authorization: string): Claim | Malformed {
  const [, credential = '', signedHeaders = '', signature = ''] = AUTHORIZATION.exec(authorization) ?? [];
  return readParts({
    place: 'header',
    credential,
    signedHeaders,
    signature,
    timestamp: headerValue(request, 'x-amz-date') ?? '',
    token: headerValue(request, 'x-amz-security-token'),
    expiresSeconds: undefined,
  });
}

function claimFromQuery(request: SignableRequest): Claim | Malformed {
  const value = (name: string) => queryValue(request, name) ?? '';
  const malformed = (reason: string): Malformed => ({ malformed: reason, place: 'query' });
  if (QUERY_PARTS.some((name) => value(name) === '')) {
    return malformed(
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
    );
  }
  if (value('X-Amz-Algorithm') !== ALGORITHM)
    return malformed('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256"');
  const expires = value('X-Amz-Expires');
  if (!/^\d+$/.test(expires))
    return malformed(
      expires.startsWith('-') ? 'X-Amz-Expires must be non-negative' : 'X-Amz-Expires should be a number',
    );
  if (Number(expires) > MOST_SECONDS)
    return malformed(
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    );
  return readParts({
    place: 'query',
    credential: value('X-Amz-Credential'),
    signedHeaders: value('X-Amz-SignedHeaders'),
    signature: value('X-Amz-Signature'),
    timestamp: value('X-Amz-Date'),
    token: queryValue(request, 'X-Amz-Security-Token'),
    expiresSeconds: Number(expires),
  });
}

type Parts = Pick<Claim, 'place' | 'signature' | 'timestamp' | 'token' | 'expiresSeconds'> & {
  credential: string;
  signedHeaders: string;
};

function readParts(parts: Parts): Claim | Malformed {
  const { credential, signedHeaders, ...rest } = parts;
  const malformed = (reason: string): Malformed => ({ malformed: reason, place: rest.place });
  const [, accessKeyId, date, region, service] = CREDENTIAL.exec(credential) ?? [];
  if (!accessKeyId || !date || !region || !service) return malformed('the Credential is mal-formed');
  if (!TIMESTAMP.test(rest.timestamp)) return malformed('a valid X-Amz-Date is required');
  if (!rest.timestamp.startsWith(date))
    return malformed('the date of the Credential is not that of X-Amz-Date');
  const names = signedHeaders.split(';');
  if (!names.includes('host')) return malformed('host must be a signed header');
  return { ...rest, accessKeyId, date, region, service, signedHeaders: names };
}
