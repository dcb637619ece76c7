/** What every loopback server of ours refuses, whatever it serves: browsers, other hosts, bodies, wrong tokens. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { hasBody } from './tool-server.ts';

export interface Refused {
  status: 400 | 403 | 405;
  why: string;
}

/** Set by browsers and proxies, never by an SDK or by curl. `sec-fetch-mode` alone is Node's own `fetch`. */
const FOREIGN = /^(origin|referer|sec-fetch-(site|dest|user)|x-forwarded-.*|forwarded|via)$/;

/** Null: it may go on. `hosts`: what `Host` has to be, to the letter (a rebound name is another). */
export function refusedAtTheDoor(request: IncomingMessage, hosts: readonly string[]): Refused | null {
  const { method, headers, rawHeaders } = request;
  if (Object.keys(headers).some((name) => FOREIGN.test(name)))
    return { status: 403, why: 'Not for browsers.' };
  // Of two Node shows the first one only.
  const named = rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host');
  if (named.length !== 1 || !hosts.includes(headers.host ?? ''))
    return { status: 400, why: 'This host is not served.' };
  if (method !== 'GET' || hasBody(request)) return { status: 405, why: 'Only GET is served.' };
  return null;
}

/** Digests are of one length, so the time says nothing about where two texts differ. */
export function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
