/**
 * Splitting and unescaping of links by hand: a URL parser would fold `..`, `%2e` and backslashes, and keys are not
 * paths. Pure.
 */

export interface LinkParts {
  protocol: 'http' | 'https';
  /** Host and port, lower case. */
  authority: string;
  /** Lower case, without port and without a dot at its end. */
  host: string;
  /** As written, empty when it is not. */
  port: string;
  hasDefaultPort: boolean;
  /** True: `name@` before the host, which hides whose host it is. */
  userInfo: boolean;
  /** Still escaped, with its leading slash; may be empty. */
  path: string;
  query: string;
  hash: string;
}

const link = /^(https?):\/\/([^/?#\\]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is;

export function splitLink(text: string): LinkParts | null {
  const [, protocol, authority, path = '', query = '', hash = ''] = link.exec(text) ?? [];
  if (protocol === undefined || authority === undefined) return null;
  const userInfo = authority.includes('@');
  const [, host = '', port = ''] = /^(?:.*@)?([a-z0-9._-]+)(?::(\d{1,5}))?$/i.exec(authority) ?? [];
  if (host === '') return null;
  const secure = protocol.toLowerCase() === 'https';
  return {
    protocol: secure ? 'https' : 'http',
    authority: authority.toLowerCase(),
    host: host.toLowerCase().replace(/\.$/, ''),
    port,
    hasDefaultPort: port === '' || port === (secure ? '443' : '80'),
    userInfo,
    path,
    query,
    hash,
  };
}

/** Null when it is no escaped UTF-8. */
export function decodePercent(text: string, plusIsBlank: boolean): string | null {
  try {
    return decodeURIComponent(plusIsBlank ? text.replaceAll('+', ' ') : text);
  } catch {
    return null;
  }
}

/** The first value of a field, as forms write it; undefined: not there, null: not readable. */
export function queryValue(query: string, name: string): string | null | undefined {
  for (const part of query.split('&')) {
    const at = part.indexOf('=');
    const field = decodePercent(at < 0 ? part : part.slice(0, at), true);
    if (field?.toLowerCase() === name.toLowerCase())
      return at < 0 ? '' : decodePercent(part.slice(at + 1), true);
  }
  return undefined;
}

/** Signature Version 4 and the older 2, by the fields that hold a signature. */
export function isSigned(query: string): boolean {
  return ['X-Amz-Signature', 'Signature', 'X-Amz-Security-Token', 'X-Amz-Credential'].some(
    (name) => queryValue(query, name) !== undefined,
  );
}

/** A signed link whose signature and token can't be used any more, to be handed on. */
export function withoutSignature(text: string): string {
  return text.replace(/([?&](?:X-Amz-Signature|X-Amz-Security-Token|Signature)=)[^&#\s]*/gi, '$1');
}

/** What a signed link says openly: its end and the region it was signed for. SECURITY: nothing else of it is read. */
export function signatureOf(query: string): { endsAt: number | null; region: string | null } | null {
  if (!isSigned(query)) return null;
  const [, region = null] =
    /^[A-Z0-9]+\/\d{8}\/([a-z0-9-]{4,64})\/s3/.exec(queryValue(query, 'X-Amz-Credential') ?? '') ?? [];
  const [, y, mo, d, h, mi, s] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(queryValue(query, 'X-Amz-Date') ?? '') ?? [];
  const signedAt = Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s));
  const seconds = wholeNumber(queryValue(query, 'X-Amz-Expires'));
  const expires = wholeNumber(queryValue(query, 'Expires'));
  const endsAt = seconds === null ? (expires ?? Number.NaN) * 1000 : signedAt + seconds * 1000;
  return { endsAt: Number.isNaN(endsAt) ? null : endsAt, region };
}

function wholeNumber(text: string | null | undefined): number | null {
  return text && /^\d{1,10}$/.test(text) ? Number(text) : null;
}

/** Whether a link lies at an endpoint: by its path, or with the bucket in front of the host. */
export function endpointWay(
  endpoint: string,
  { protocol, host, port, path }: LinkParts,
): { bucket: string | null; path: string } | null {
  const own = splitLink(endpoint);
  if (!own || own.protocol !== protocol || portOf(own) !== portOf({ protocol, port })) return null;
  const base = own.path.replace(/\/+$/, '');
  if (base !== '' && path !== base && !path.startsWith(`${base}/`)) return null;
  const below = path.slice(base.length);
  if (host === own.host) return { bucket: null, path: below };
  return host.endsWith(`.${own.host}`) ? { bucket: host.slice(0, -own.host.length - 1), path: below } : null;
}

function portOf({ protocol, port }: Pick<LinkParts, 'protocol' | 'port'>): string {
  return port || (protocol === 'https' ? '443' : '80');
}
