/** `Proxy-Authenticate` values → the schemes that are offered, with their realms. Pure. (RFC 9110, 11.6.1) */

export interface Challenge {
  /** In lower case. */
  scheme: string;
  realm: string;
}

/** A scheme begins a value or stands after a comma, followed by a space and no `=`. */
const SCHEME = /(?:^|,)\s*([A-Za-z][A-Za-z0-9_-]*)(?=\s+[^=\s]|\s*(?:,|$))/g;

export function challengesIn(values: readonly string[]): Challenge[] {
  return values.flatMap((value) => {
    // What stands in quotes can't be mistaken for a scheme, but its place must stay.
    const bare = value.replace(/"(?:\\.|[^"\\])*"/g, (quoted) => '_'.repeat(quoted.length));
    const starts = [...bare.matchAll(SCHEME)];
    return starts.map((start, index) => {
      const piece = value.slice(start.index, starts[index + 1]?.index);
      return { scheme: (start[1] ?? '').toLowerCase(), realm: realmIn(piece) };
    });
  });
}

function realmIn(piece: string): string {
  const quoted = /\brealm\s*=\s*"((?:\\.|[^"\\])*)"/i.exec(piece)?.[1];
  if (quoted !== undefined) return quoted.replace(/\\(.)/g, '$1');
  return /\brealm\s*=\s*([^\s",]+)/i.exec(piece)?.[1] ?? '';
}
