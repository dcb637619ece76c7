// Signature Version 4 as the server sees it: reads what a request claims, and computes what it should have signed.
// Source: "Authenticating Requests (AWS Signature Version 4)", Amazon S3 API reference. Pure; knows no clock, no token.

import { createHash, createHmac } from 'node:crypto';
import { decodeBytes, encodeBytes, type QueryField, type RawUrl } from './raw-url.ts';

export interface SignableRequest {
  method: string;
  url: RawUrl;
  /** In the order sent, names as sent. */
  headers: [name: string, value: string][];
}

export interface Claim {
  place: 'header' | 'query';
  accessKeyId: string;
  /** yyyymmdd */
  date: string;
  region: string;
  service: string;
  signedHeaders: string[];
  signature: string;
  /** yyyymmddThhmmssZ */
  timestamp: string;
  token: string | undefined;
  /** Presigned URLs only. */
  expiresSeconds: number | undefined;
}

export interface Expected {
  canonicalRequest: string;
  stringToSign: string;
  signature: string;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
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

/** Recomputes the signature with the secret that the claim's access key stands for. */
export function expectedSignature(
  request: SignableRequest,
  claim: Claim,
  secretAccessKey: string,
  payloadHash: string,
): Expected {
  const canonicalRequest = [
    request.method,
    encodeBytes(decodeBytes(request.url.path), true),
    canonicalQuery(request.url.query),
    ...claim.signedHeaders.map((name) => `${name}:${canonicalHeader(request, name)}`),
    '',
    claim.signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
  const hash = createHash('sha256').update(canonicalRequest, 'latin1').digest('hex');
  const stringToSign = [ALGORITHM, claim.timestamp, scopeOf(claim), hash].join('\n');
  return { canonicalRequest, stringToSign, signature: signText(claim, secretAccessKey, stringToSign) };
}

export function scopeOf({ date, region, service }: Claim): string {
  return `${date}/${region}/${service}/aws4_request`;
}

/** Signs a string with the key derived for the claim's day, region and service; hex. */
export function signText(
  { date, region, service }: Claim,
  secretAccessKey: string,
  stringToSign: string,
): string {
  const key = [date, region, service, 'aws4_request'].reduce<Buffer | string>(
    (parent, text) => createHmac('sha256', parent).update(text).digest(),
    `AWS4${secretAccessKey}`,
  );
  return createHmac('sha256', key).update(stringToSign).digest('hex');
}

function canonicalQuery(query: QueryField[]): string {
  return query
    .filter(({ name }) => name.toString('latin1') !== 'X-Amz-Signature')
    .map(({ name, value }) => [encodeBytes(name, false), encodeBytes(value, false)] as const)
    .sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function canonicalHeader(request: SignableRequest, name: string): string {
  return request.headers
    .filter(([sent]) => sent.toLowerCase() === name)
    .map(([, value]) => value.trim().replace(/ +/g, ' '))
    .join(',');
}

/** The x-amz-* headers (and host) that are not covered by the signature; AWS refuses such requests. */
export function unsignedHeaders(request: SignableRequest, claim: Claim): string[] {
  const sent = request.headers.map(([name]) => name.toLowerCase());
  return sent.filter((name) => name.startsWith('x-amz-') && !claim.signedHeaders.includes(name));
}

export function headerValue(request: SignableRequest, name: string): string | undefined {
  return request.headers.find(([sent]) => sent.toLowerCase() === name)?.[1].trim();
}

export function queryValue(request: Pick<SignableRequest, 'url'>, name: string): string | undefined {
  return request.url.query.find((field) => field.name.toString('latin1') === name)?.value.toString('utf8');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
