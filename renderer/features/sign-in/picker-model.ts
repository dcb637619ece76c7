/** The role picker's list: offers by account, what the filter leaves, what is chosen. Pure. */
import type { OfferView, PassView } from '../../../electron/contract/snapshot.ts';
import { formatAccountId, formatRole } from '../../text/format.ts';

/** An offer with what every keystroke asks of all of them, made once for a sign-in. */
export interface ListedOffer extends OfferView {
  key: string;
  /** What the filter looks through, in small letters. */
  searched: string;
}

export interface AccountGroup {
  accountId: string;
  accountName: string | null;
  /** All roles of the account, also those the filter hides. */
  total: number;
  offers: ListedOffer[];
}

/** One role can be offered through two providers: both ARNs make an offer. */
export const offerKey = (offer: OfferView) => `${offer.roleArn} ${offer.providerArn}`;

export const filterWords = (filter: string) => filter.toLowerCase().split(/\s+/).filter(Boolean);

/** A role is found by its name, its path, its account's name and id, with or without hyphens. */
export function listOffers(offers: readonly OfferView[]): ListedOffer[] {
  return offers.map((offer) => {
    const { accountId, accountName } = offer;
    const account = `${accountName ?? ''} ${accountId} ${formatAccountId(accountId)}`;
    return { ...offer, key: offerKey(offer), searched: `${formatRole(offer)} ${account}`.toLowerCase() };
  });
}

/** Every word must be in it. */
export function matchesFilter({ searched }: ListedOffer, words: readonly string[]): boolean {
  return words.every((word) => searched.includes(word));
}

/** Accounts in the order of the answer, without those that the filter empties. */
export function groupOffers(offers: readonly ListedOffer[], words: readonly string[]): AccountGroup[] {
  const groups = new Map<string, AccountGroup>();
  for (const offer of offers) {
    const { accountId, accountName } = offer;
    const group = groups.get(accountId) ?? { accountId, accountName, total: 0, offers: [] };
    groups.set(accountId, group);
    group.total++;
    if (matchesFilter(offer, words)) group.offers.push(offer);
  }
  return [...groups.values()].filter((group) => group.offers.length > 0);
}

/** Passes that have no session now are marked from the start: this one sign-in can bring them all back. */
export function firstChosen(offers: readonly OfferView[], passes: readonly PassView[]): ReadonlySet<string> {
  const signedOut = new Set(passes.filter(({ session }) => session.kind !== 'active').map(({ id }) => id));
  const first = ({ pass, wanted }: OfferView) => (pass === null ? wanted : signedOut.has(pass));
  return new Set(offers.filter(first).map(offerKey));
}

/** The passes of the organisation whose role its answer offers no more; never replaced by another. */
export function noLongerOffered(
  passes: readonly PassView[],
  { organisation, offers }: { organisation: string; offers: readonly OfferView[] },
): PassView[] {
  const offered = new Set(offers.map(({ roleArn }) => roleArn));
  return passes.filter((pass) => pass.organisation === organisation && !offered.has(pass.roleArn));
}

export function toggled(
  chosen: ReadonlySet<string>,
  keys: readonly string[],
  on: boolean,
): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const key of keys) {
    if (on) next.add(key);
    else next.delete(key);
  }
  return next;
}
