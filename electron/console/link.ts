/**
 * A session → a sign-in to the AWS console: what is asked of the federation endpoint, the address made of its answer,
 * the console page it leads to. Pure. Source: IAM User Guide, "Enable custom identity broker access to the AWS console".
 */
import type { ConsolePlace } from '../contract/console-place.ts';
import { readAccessPoint } from '../contract/s3-address-place.ts';
import { isLoopbackHost } from '../contract/sign-in-address.ts';
import { consoleHost, isSigninHost, type PartitionName, regionFor } from '../signin/partition.ts';

export interface SessionKeys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
}

/** What AWS takes as `SessionDuration`. */
const SHORTEST_SECONDS = 900;
const LONGEST_SECONDS = 43_200;

/**
 * So that the console does not outlast the session. Null: none is asked for, and AWS takes the credentials' own
 * end: in the last quarter of an hour, and for a second role, whose length AWS lets nobody choose.
 */
export function consoleSeconds(leftMs: number, chained: boolean): number | null {
  const seconds = Math.floor(leftMs / 1000);
  if (chained || seconds < SHORTEST_SECONDS) return null;
  return Math.min(seconds, LONGEST_SECONDS);
}

/** SECURITY: holds the whole session; posted, so that it stands in no address and in no log of a proxy. */
export function tokenForm(session: SessionKeys, durationSeconds: number | null): string {
  const { accessKeyId: sessionId, secretAccessKey: sessionKey, sessionToken } = session;
  return new URLSearchParams({
    Action: 'getSigninToken',
    ...(durationSeconds === null ? {} : { SessionDuration: String(durationSeconds) }),
    Session: JSON.stringify({ sessionId, sessionKey, sessionToken }),
  }).toString();
}

/** SECURITY: whoever holds it is signed in, for the 15 minutes in which AWS takes it. */
export function loginUrl(endpoint: string, signinToken: string, destination: string): string {
  const url = new URL(endpoint);
  url.search = query({
    Action: 'login',
    Issuer: 'Daypass',
    Destination: destination,
    SigninToken: signinToken,
  });
  return url.href;
}

/** The same, after the browser has left the console session that it may have. */
export function endingFirst(login: string): string {
  const url = new URL('oauth', login);
  url.search = query({ Action: 'logout', redirect_uri: login });
  return url.href;
}

export function destinationOf(partition: PartitionName, passRegion: string, place: ConsolePlace): string {
  const known = 'region' in place ? (place.region ?? passRegion) : passRegion;
  const region = regionFor(partition, known);
  const page = (path: string, parameters: Record<string, string>) =>
    `https://${consoleHost(partition)}/${path}?${query({ region, ...parameters })}`;
  switch (place.kind) {
    case 'home':
      return page('console/home', {});
    case 'buckets':
      return page('s3/buckets', {});
    case 'bucket': {
      const point = readAccessPoint(place.bucket);
      if (point)
        return page(`s3/ap/${point.account}/${point.name}`, { region: point.region, prefix: place.prefix });
      return page(`s3/buckets/${percent(place.bucket)}`, { bucketType: 'general', prefix: place.prefix });
    }
    case 'object':
      return page(`s3/object/${percent(place.bucket)}`, { bucketType: 'general', prefix: place.key });
  }
}

/**
 * Whether a session, or a browser, may be sent there: AWS's own sign-in hosts of that partition over https, or the
 * place on this machine that the settings name.
 */
export function isSigninPlace(address: string, partition: PartitionName, named: string | undefined): boolean {
  const { origin, protocol, hostname, port, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  if (named !== undefined) return isLoopbackHost(hostname) && origin === new URL(named).origin;
  return protocol === 'https:' && port === '' && isSigninHost(hostname, partition);
}

/** A blank as %20: not every reader of an address takes `+` for one, and a key may hold a plus of its own. */
function query(parameters: Record<string, string>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${percent(value)}`)
    .join('&');
}

/** Half a character, which UTF-8 can't write, becomes the sign for one that is missing. */
function percent(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
