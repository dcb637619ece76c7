/** Chromium's answer to "which proxy?" (`PROXY a:1; DIRECT`) → the ways to try, in order. Pure. */

export type ProxyWay =
  | { kind: 'direct' }
  | { kind: 'proxy'; scheme: 'http' | 'https'; host: string; port: number }
  /** SOCKS or QUIC, which only Chromium's own stack speaks; `said`: as it was told. */
  | { kind: 'unsupported'; said: string };

const SCHEMES: Readonly<Record<string, 'http' | 'https'>> = { PROXY: 'http', HTTP: 'http', HTTPS: 'https' };
const DEFAULT_PORT = { http: 80, https: 443 } as const;

/** An empty answer is a direct way, as it is for browsers. */
export function parseProxyList(answer: string): ProxyWay[] {
  const ways = answer
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map(parseEntry);
  return ways.length === 0 ? [{ kind: 'direct' }] : ways;
}

function parseEntry(entry: string): ProxyWay {
  const [kind = '', address = ''] = entry.split(/\s+/);
  if (kind.toUpperCase() === 'DIRECT') return { kind: 'direct' };
  const scheme = Object.hasOwn(SCHEMES, kind.toUpperCase()) ? SCHEMES[kind.toUpperCase()] : undefined;
  const url = scheme && address !== '' ? `${scheme}://${address}` : '';
  if (!scheme || !URL.canParse(url)) return { kind: 'unsupported', said: entry.slice(0, 200) };
  const { hostname, port } = new URL(url);
  return {
    kind: 'proxy',
    scheme,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? DEFAULT_PORT[scheme] : Number(port),
  };
}

/** `host:port` as a person reads it, and as the name under which credentials are known. */
export function proxyName({ host, port }: { host: string; port: number }): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
