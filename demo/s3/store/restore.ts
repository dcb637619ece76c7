// A copy of an archived object that can be read for some days: how long each tier takes, and what is told of it
// (S3 User Guide, "Restoring an archived object"). The demo is as fast for both archives. Pure.

export const ARCHIVES = ['GLACIER', 'DEEP_ARCHIVE'];

export type Tier = 'Expedited' | 'Standard' | 'Bulk';

export interface Restore {
  readyAt: number;
  /** A midnight, UTC: since then the copy is gone. */
  until: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TAKES: Record<Tier, number> = { Expedited: 2 * MINUTE, Standard: 180 * MINUTE, Bulk: 720 * MINUTE };

export function isTier(text: string): text is Tier {
  return Object.hasOwn(TAKES, text);
}

export function beginRestore(tier: Tier, days: number, now: number): Restore {
  return lasting(now + TAKES[tier], days);
}

/** The copy is there already and is kept for longer, or less long. */
export function prolongRestore(restore: Restore, days: number, now: number): Restore {
  return { ...lasting(now, days), readyAt: restore.readyAt };
}

// S3 rounds up to the next midnight.
function lasting(readyAt: number, days: number): Restore {
  return { readyAt, until: Math.ceil((readyAt + days * DAY) / DAY) * DAY };
}

export function restoreState(restore: Restore | undefined, now: number): 'none' | 'ongoing' | 'there' {
  if (!restore || now >= restore.until) return 'none';
  return now < restore.readyAt ? 'ongoing' : 'there';
}

/** The header x-amz-restore, in the form of the API reference. */
export function restoreHeader(restore: Restore | undefined, now: number): string | undefined {
  const state = restoreState(restore, now);
  if (!restore || state === 'none') return undefined;
  return state === 'ongoing'
    ? 'ongoing-request="true"'
    : `ongoing-request="false", expiry-date="${new Date(restore.until).toUTCString()}"`;
}
