// Decides whether a signed request is one of ours: sealed token, signature, expiry, clock, in that order.
// S3 and STS both ask it and put its answer into their own words.

import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { readClaim } from './s3/claim.ts';
import { splitTarget } from './s3/raw-url.ts';
import {
  type Claim,
  type Expected,
  expectedSignature,
  type SignableRequest,
  unsignedHeaders,
} from './s3/sigv4.ts';
import type { DemoSession, SessionTokens } from './session-token.ts';

export type Verdict =
  | { kind: 'accepted'; session: DemoSession; claim: Claim }
  | { kind: 'anonymous' | 'unknown key' | 'bad token' | 'session ended' }
  | { kind: 'malformed'; reason: string; place: Claim['place'] }
  | { kind: 'unsigned headers'; names: string[] }
  | { kind: 'wrong signature'; claim: Claim; expected: Expected }
  | { kind: 'skewed'; timestamp: string }
  | { kind: 'url ended'; claim: Claim; endsAt: number };

const SKEW_MS = 15 * 60_000;

/** The request in the form SigV4 speaks of; undefined when its target is not a path. */
export function signable(request: IncomingMessage): SignableRequest | undefined {
  const url = splitTarget(request.url ?? '');
  if (!url) return undefined;
  const headers: [string, string][] = [];
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    headers.push([request.rawHeaders[index] ?? '', request.rawHeaders[index + 1] ?? '']);
  }
  return { method: request.method ?? 'GET', url, headers };
}

export function judge(
  request: SignableRequest,
  payloadHash: string,
  tokens: SessionTokens,
  now: number,
): Verdict {
  const claim = readClaim(request);
  if (claim === 'none') return { kind: 'anonymous' };
  if ('malformed' in claim) return { kind: 'malformed', reason: claim.malformed, place: claim.place };
  const unsigned = unsignedHeaders(request, claim);
  if (unsigned.length > 0) return { kind: 'unsigned headers', names: unsigned };
  if (claim.token === undefined) return { kind: 'unknown key' };
  const session = tokens.open(claim.token);
  if (!session || session.accessKeyId !== claim.accessKeyId) return { kind: 'bad token' };
  const expected = expectedSignature(request, claim, session.secretAccessKey, payloadHash);
  if (!sameText(expected.signature, claim.signature)) return { kind: 'wrong signature', claim, expected };
  return judgeTime(session, claim, now);
}

// Expiry before skew: a person whose session is over must hear that, whatever their clock says.
function judgeTime(session: DemoSession, claim: Claim, now: number): Verdict {
  if (now >= session.expiresAt) return { kind: 'session ended' };
  const signedAt = Date.parse(claim.timestamp.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'));
  if (Number.isNaN(signedAt))
    return { kind: 'malformed', reason: 'X-Amz-Date is not a time', place: claim.place };
  const endsAt = signedAt + (claim.expiresSeconds ?? 0) * 1000;
  if (claim.place === 'query' && now >= endsAt) return { kind: 'url ended', claim, endsAt };
  const early = signedAt - now > SKEW_MS;
  const late = claim.place === 'header' && now - signedAt > SKEW_MS;
  return early || late
    ? { kind: 'skewed', timestamp: claim.timestamp }
    : { kind: 'accepted', session, claim };
}

function sameText(a: string, b: string): boolean {
  const [first, second] = [Buffer.from(a), Buffer.from(b)];
  return first.length === second.length && timingSafeEqual(first, second);
}
