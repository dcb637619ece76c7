/** A query as Signature Version 4 writes it. Pure. */

export type Query = Record<string, string | (string | null)[] | null>;

/** SigV4's encoding: everything but `A-Z a-z 0-9 - _ . ~` (Signature Version 4, "Canonical query string"). */
export function queryString(query: Query): string {
  return Object.keys(query)
    .sort()
    .flatMap((name) => {
      const value = query[name];
      if (Array.isArray(value)) return value.map((one) => `${encode(name)}=${encode(one ?? '')}`);
      return typeof value === 'string' ? `${encode(name)}=${encode(value)}` : encode(name);
    })
    .join('&');
}

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
