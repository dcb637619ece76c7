/** One try at the company's sign-in page, by whichever road: what the service asks for and gets. Pure. */

import { isLoopbackHost } from '../contract/sign-in-address.ts';
import type { BrowserName } from '../contract/snapshot.ts';
import type { Organisation } from '../settings/schema.ts';

export interface Login {
  /** Where the person finds the page. */
  where: 'window' | BrowserName;
  /** The SAML response, base64. Rejects with `AppError`. */
  answer: Promise<string>;
  /** Origin of the page that posted the answer, once there is one; null when it can't be known. */
  postedFrom(): string | null;
  /** Brings it to the person; a silent one becomes an ordinary one, for good. */
  show(): void;
  /** Ends it; `answer` rejects with `signin-cancelled`. */
  cancel(): void;
  /** Its answer has been used, or there will be none: what is still open goes. Again does nothing. */
  end(): void;
}

/** Nobody is asked and nothing shows: it answers by itself, or rejects with `signin-needs-person`. */
export interface Silently {
  /** How long a page may stay without answering. */
  patienceMs: number;
}

export type OpenLogin = (
  organisation: Organisation,
  onHost: (host: Place) => void,
  /** Left out: a person is there. A road that can't go without one throws `signin-needs-person`. */
  silently?: Silently,
) => Login;

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
