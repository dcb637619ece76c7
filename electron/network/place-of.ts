/** Where an origin is, as Node's connections are told. Pure. */

export interface NetworkPlace {
  isSecure: boolean;
  /** Without the brackets of an IPv6 address. */
  host: string;
  port: number;
}

/** `origin`: `https://host` or `http://host:port`. */
export function placeOf(origin: string): NetworkPlace {
  const { hostname, port, protocol } = new URL(origin);
  const isSecure = protocol === 'https:';
  return {
    isSecure,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isSecure ? 443 : 80) : Number(port),
  };
}
