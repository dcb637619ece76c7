/**
 * When sessions are renewed without a person, and which together. Pure: `now` is an argument, `dice` is drawn
 * once a session, so that a company's people do not all come in the same second.
 *
 *   L: the session's length; from min(20 min, L/4) before the end, less up to a tenth of that; at most once in L/2
 */
import type { FailureCode } from '../contract/failure.ts';
import type { SessionTimes } from '../contract/time.ts';

const MINUTE_MS = 60_000;
const LONGEST_LEAD_MS = 20 * MINUTE_MS;
const LONGEST_BACK_OFF_MS = 16 * MINUTE_MS;
/** An alarm that rings this late was slept through, or the clock was set. */
const SLEPT_MS = 5 * MINUTE_MS;
/** What is due after sleep is spread over this time. */
const SPREAD_MS = 20_000;
const LEAST_GAIN_MS = 10_000;

export interface Renewable extends SessionTimes {
  pass: string;
  organisation: string;
  /** 0 to 1, drawn once. */
  dice: number;
  /** Renewals that failed so far. */
  tries: number;
  /** Not before this, epoch ms. */
  waitsUntil: number;
  /** Why it is not tried any more, if so. */
  stopped: FailureCode | null;
}

export function renewalAt({ startedAt, expiresAt }: SessionTimes, dice: number): number {
  const leadMs = Math.min(LONGEST_LEAD_MS, (expiresAt - startedAt) / 4);
  return expiresAt - leadMs * (1 - dice / 10);
}

/** When it is due next; null when it is not any more. */
export function dueAt(session: Renewable): number | null {
  if (session.stopped !== null) return null;
  const at = Math.max(renewalAt(session, session.dice), session.waitsUntil);
  return at < session.expiresAt ? at : null;
}

/** The earliest of all. */
export function nextDueAt(sessions: readonly Renewable[], now: number): number | null {
  const times = sessions.filter(({ expiresAt }) => expiresAt > now).flatMap((each) => dueAt(each) ?? []);
  return times.length === 0 ? null : Math.min(...times);
}

/**
 * What is renewed now, by organisation: where one session is due, one answer of the identity provider renews
 * all that have lived half their length.
 */
export function dueNow(sessions: readonly Renewable[], now: number): Map<string, Renewable[]> {
  const living = sessions.filter(({ expiresAt, stopped }) => stopped === null && expiresAt > now);
  const due = new Set(
    living.flatMap((each) => ((dueAt(each) ?? Number.POSITIVE_INFINITY) <= now ? each.organisation : [])),
  );
  const half = ({ startedAt, expiresAt }: Renewable) => startedAt + (expiresAt - startedAt) / 2;
  return new Map(
    [...due].map((organisation) => [
      organisation,
      living.filter((each) => each.organisation === organisation && half(each) <= now),
    ]),
  );
}

/** After sleep, everything is due at once: each organisation waits a little of its own. Null: go on. */
export function spreadAt(sessions: readonly Renewable[], now: number): number | null {
  const times = sessions.flatMap((each) => dueAt(each) ?? []);
  const [first] = sessions;
  if (!first || now - Math.min(...times) < SLEPT_MS) return null;
  return now + first.dice * SPREAD_MS;
}

/** 1, 2, 4, 8, 16 minutes. */
export function backOffMs(tries: number): number {
  return Math.min(LONGEST_BACK_OFF_MS, MINUTE_MS * 2 ** Math.max(0, tries - 1));
}

/** Whether the asking was of use: some identity providers give the same end again and again. */
export function hasGained(before: SessionTimes, after: SessionTimes): boolean {
  return after.expiresAt - before.expiresAt >= LEAST_GAIN_MS;
}
