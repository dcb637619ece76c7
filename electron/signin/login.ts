/** One try at the company's sign-in page, by whichever road: what the service asks for and gets. Pure. */
import type { Organisation } from '../settings/schema.ts';
import { isLoopbackHost } from './partition.ts';

export interface Login {
  /** The SAML response, base64. Rejects with `AppError`. */
  answer: Promise<string>;
  /** Origin of the page that posted the answer, once there is one; null when it can't be known. */
  postedFrom(): string | null;
  show(): void;
  /** Ends it; `answer` rejects with `signin-cancelled`. */
  cancel(): void;
}

export type OpenLogin = (organisation: Organisation, onHost: (host: Place) => void) => Login;

/** Where a sign-in is: `loopback` is plain http on this machine. */
export interface Place {
  host: string;
  channel: 'https' | 'loopback';
}

export function placeOf(url: string): Place {
  const { hostname, host, protocol } = new URL(url);
  return protocol === 'http:' && isLoopbackHost(hostname)
    ? { host, channel: 'loopback' }
    : { host, channel: 'https' };
}
