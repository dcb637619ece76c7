/**
 * What is pinned of an organisation's sign-in (posting origin, issuer, AWS accounts), and how another answer
 * differs from it. SECURITY: a page could post somebody else's genuine answer, so that a person would work in
 * a stranger's account without seeing it. Pure.
 */
import type { DoubtView } from '../contract/snapshot.ts';
import { parseRoleArn } from './partition.ts';

/** Learned from answers that AWS took, or that the person agreed to. */
export interface Pins {
  origins: string[];
  issuers: string[];
  accounts: string[];
}

/** The same of the answer in hand; null is what could not be known. */
export interface Arrived {
  origin: string | null;
  issuer: string | null;
  accounts: readonly string[];
}

export const NO_PINS: Pins = { origins: [], issuers: [], accounts: [] };
/** More companies' hosts than this, or more accounts, are nobody's; the oldest go. */
export const MOST_PINNED = { origins: 20, issuers: 20, accounts: 1000 } as const;
const LONGEST_PIN = 2048;

export function arrivedFrom(
  origin: string | null,
  { issuer, offers }: { issuer: string | null; offers: readonly { roleArn: string }[] },
): Arrived {
  const accounts = offers.flatMap(({ roleArn }) => parseRoleArn(roleArn)?.accountId ?? []);
  return { origin: knownOrigin(origin), issuer: pinnable(issuer), accounts: [...new Set(accounts)].sort() };
}

/**
 * Null when nothing needs asking. At the first use only what can't be known is asked, and an origin beside
 * those that the organisation's settings list (`trusted`).
 */
export function doubtAbout(
  arrived: Arrived,
  pins: Pins | undefined,
  trusted: readonly string[],
): DoubtView | null {
  const { origin, issuer, accounts } = arrived;
  const known = pins ?? NO_PINS;
  const origins = [...new Set([...trusted, ...known.origins])];
  const anyOrigin = pins === undefined && trusted.length === 0;
  const strangeOrigin = origin === null || (!anyOrigin && !origins.includes(origin));
  const strangeIssuer = issuer === null || (pins !== undefined && !known.issuers.includes(issuer));
  const strangers = pins ? accounts.filter((account) => !pins.accounts.includes(account)) : [];
  if (!strangeOrigin && !strangeIssuer && strangers.length === 0) return null;
  return {
    origin: strangeOrigin ? { known: origins, now: origin } : null,
    issuer: strangeIssuer ? { known: known.issuers, now: issuer } : null,
    accounts: strangers.length > 0 ? { known: known.accounts, now: strangers } : null,
  };
}

/** The pins with what arrived; what could not be known is not pinned. */
export function pinned(arrived: Arrived, pins: Pins = NO_PINS): Pins {
  const add = (known: readonly string[], more: readonly (string | null)[], most: number) =>
    [...known, ...more.filter((each) => each !== null && !known.includes(each))].slice(-most) as string[];
  return {
    origins: add(pins.origins, [arrived.origin], MOST_PINNED.origins),
    issuers: add(pins.issuers, [arrived.issuer], MOST_PINNED.issuers),
    accounts: add(pins.accounts, arrived.accounts, MOST_PINNED.accounts),
  };
}

/** Whether pinning would change anything. */
export function isPinned(arrived: Arrived, pins: Pins | undefined): boolean {
  if (!pins) return false;
  const { origin, issuer, accounts } = arrived;
  return (
    (origin === null || pins.origins.includes(origin)) &&
    (issuer === null || pins.issuers.includes(issuer)) &&
    accounts.every((account) => pins.accounts.includes(account))
  );
}

/** `null` (an opaque origin), `about:blank` and the like are nobody's. */
function knownOrigin(origin: string | null): string | null {
  if (origin === null || !URL.canParse(origin)) return null;
  const { protocol, origin: exact } = new URL(origin);
  return protocol === 'https:' || protocol === 'http:' ? pinnable(exact) : null;
}

function pinnable(value: string | null): string | null {
  return value !== null && value !== '' && value.length <= LONGEST_PIN ? value : null;
}
