// Signature Version 4 as the server sees it: computes what a request should have signed, from what it claims (claim.ts).
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

export const ALGORITHM = 'AWS4-HMAC-SHA256';
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
