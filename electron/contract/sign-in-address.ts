/**
 * What may stand where an address of a company is wanted, and why another may not: https anywhere, http on
 * loopback literals only, no user info. The one rule for settings, imports and what is pasted. Pure.
 */

export type AddressRefusal =
  | 'not-an-address'
  | 'not-https'
  | 'user-info'
  | 'other-scheme'
  | 'identity-center';

export type AddressReading =
  | { kind: 'ok'; url: string; host: string }
  | { kind: 'refused'; reason: AddressRefusal };

export const LONGEST_ADDRESS = 4096;

/** Reads what a person pasted; an address without its scheme is taken as https. */
export function readSignInAddress(pasted: string): AddressReading {
  const text = pasted.trim();
  if (text === '' || text.length > LONGEST_ADDRESS || /\s/.test(text)) return refused('not-an-address');
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/?#:]+\.[^/?#:]+:\d/.test(text);
  const url = parse(hasScheme ? text : `https://${text}`);
  if (!url) return refused('not-an-address');
  const reason = refusalOf(url);
  if (reason) return refused(reason);
  // A single word is a search, not a host.
  if (!hasScheme && !url.hostname.includes('.')) return refused('not-an-address');
  if (isIdentityCenter(url)) return refused('identity-center');
  return { kind: 'ok', url: url.href, host: url.host };
}

/** Whether an address of a settings file is one that credentials or passwords may go to. */
export function isSafeAddress(address: string): boolean {
  const url = parse(address);
  return url !== null && refusalOf(url) === null;
}

/** This machine by number, where a test or the demo serves without TLS; not `localhost`, which a resolver may send elsewhere. */
export function isLoopbackHost(host: string): boolean {
  return host === '127.0.0.1' || host === '[::1]';
}

function refusalOf({ protocol, hostname, username, password }: URL): AddressRefusal | null {
  if (protocol !== 'https:' && protocol !== 'http:') return 'other-scheme';
  if (username !== '' || password !== '') return 'user-info';
  return protocol === 'https:' || isLoopbackHost(hostname) ? null : 'not-https';
}

/** IAM Identity Center's own start page (its user guide, "AWS access portal"): not SAML sign-in to roles. */
function isIdentityCenter({ hostname, pathname }: URL): boolean {
  return /(^|\.)awsapps\.(com|cn)$/.test(hostname) && pathname.startsWith('/start');
}

const refused = (reason: AddressRefusal) => ({ kind: 'refused', reason }) as const;

function parse(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
