/** What *Go to* leads to, in the order in which it is offered, and what of it fits what was typed. Pure. */
import type { KeptPlace, PlacesView } from '../../../electron/contract/places.ts';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { formatAccountId } from '../../text/format.ts';
import { fitsTyped } from '../../text/typed-words.ts';

export type Target =
  | { kind: 'pass'; pass: string; words: string; hint: string }
  | { kind: 'bookmark' | 'recent' | 'bucket'; place: KeptPlace; words: string; hint: string }
  | { kind: 'page'; page: string; words: string; hint: string };

export interface GoToWorld {
  passes: readonly PassView[];
  places: PlacesView;
  /** Buckets that a pass has listed. */
  bucketsOf: (pass: string) => readonly string[];
  pages: readonly { page: string; words: string }[];
}

const MOST_OFFERED = 100;

/** `typed` empty: everything, passes first. A bucket or place that was named before is not named again. */
export function targetsFor({ passes, places, bucketsOf, pages }: GoToWorld, typed: string): Target[] {
  const labels = new Map(passes.map(({ id, label }) => [id, label]));
  const at = (kind: 'bookmark' | 'recent' | 'bucket', place: KeptPlace): Target => ({
    kind,
    place,
    words: `s3://${place.bucket}/${place.prefix}`,
    hint: labels.get(place.pass) ?? '',
  });
  const all: Target[] = [
    ...passes.map(passTarget),
    ...places.bookmarks.map((place) => at('bookmark', place)),
    ...places.recents.map((place) => at('recent', place)),
    ...passes.flatMap(({ id }) =>
      bucketsOf(id).map((bucket) => at('bucket', { pass: id, bucket, prefix: '' })),
    ),
    ...pages.map(({ page, words }): Target => ({ kind: 'page', page, words, hint: '' })),
  ];
  const seen = new Set<string>();
  return all
    .filter((target) => {
      const id = targetId(target);
      if (seen.has(id) || !fitsTyped(`${target.words} ${target.hint}`, typed)) return false;
      seen.add(id);
      return true;
    })
    .slice(0, MOST_OFFERED);
}

/** The same for two ways to the same place. */
export function targetId(target: Target): string {
  switch (target.kind) {
    case 'pass':
      return `pass ${target.pass}`;
    case 'page':
      return `page ${target.page}`;
    default:
      return `place ${target.place.pass} ${target.words}`;
  }
}

function passTarget({ id, label, accountName, accountId, roleName, chained }: PassView): Target {
  const account = chained?.accountId ?? accountId;
  const role = chained?.roleName ?? roleName;
  const name = chained ? formatAccountId(account) : (accountName ?? formatAccountId(account));
  return { kind: 'pass', pass: id, words: label, hint: `${role}, ${name}` };
}
