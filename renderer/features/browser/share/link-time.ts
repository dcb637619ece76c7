/** How long a link works: what was asked for, and what its session leaves of it. Pure; moments are epoch ms. */
import { LONGEST_LINK_SECONDS, SHORTEST_LINK_SECONDS } from '../../../../electron/contract/link.ts';
import { clockWords, leftWords } from '../../../../electron/contract/time.ts';

export const linkLengths = ['15 min', '1 h', '6 h', '24 h', 'Until…'] as const;
export type LinkLength = (typeof linkLengths)[number];

const minutes: Record<Exclude<LinkLength, 'Until…'>, number> = {
  '15 min': 15,
  '1 h': 60,
  '6 h': 360,
  '24 h': 1440,
};

interface Times {
  startedAt: number;
  expiresAt: number;
}

/** `until`: what was typed for *Until…*; null: nothing that can be read. Null: no time that a link may have. */
export function askedSeconds(length: LinkLength, until: number | null, now: number): number | null {
  if (length !== 'Until…') return minutes[length] * 60;
  const seconds = until === null ? 0 : Math.floor((until - now) / 1000);
  return seconds < SHORTEST_LINK_SECONDS || seconds > LONGEST_LINK_SECONDS ? null : seconds;
}

export interface LinkPlan {
  now: number;
  /** When it would end if sessions did not. */
  askedUntil: number;
  endsAt: number;
  /** The session ends before what was asked for. */
  cut: boolean;
  session: Times;
}

export function planLink(session: Times, seconds: number, now: number): LinkPlan {
  const askedUntil = now + seconds * 1000;
  const endsAt = Math.min(askedUntil, session.expiresAt);
  return { now, askedUntil, endsAt, cut: endsAt < askedUntil, session };
}

/** `Works until today 18:42, not 24 hours.`, and why. */
export function planWords(plan: LinkPlan, length: LinkLength): { title: string; body: string } {
  const { now, askedUntil, endsAt, cut } = plan;
  const ends = dayWords(endsAt, now);
  if (!cut) return { title: `Works until ${ends}.`, body: 'Then it opens nothing any more.' };
  const asked = length === 'Until…' ? `until ${dayWords(askedUntil, now)}` : inFull[length];
  return {
    title: `Works until ${ends}, not ${asked}.`,
    body: `A link made with a session ends with it, whatever it says inside.${longerWords(plan)}`,
  };
}

const inFull: Record<Exclude<LinkLength, 'Until…'>, string> = {
  '15 min': '15 minutes',
  '1 h': '1 hour',
  '6 h': '6 hours',
  '24 h': '24 hours',
};

/** Only what was granted before is promised again. */
function longerWords({ now, session }: LinkPlan): string {
  const granted = session.expiresAt - session.startedAt;
  if (now + granted < session.expiresAt + 60_000) return '';
  const length = granted % 3_600_000 === 0 ? `${granted / 3_600_000} h` : leftWords(granted);
  return ` For a longer one, sign in again first: then at most ${length}, until ${clockWords(now + granted, now)}.`;
}

/** `today 18:42`, `Sat 11:30`. */
export function dayWords(at: number, now: number): string {
  const clock = clockWords(at, now);
  return /^\d/.test(clock) ? `today ${clock}` : clock;
}

/** As a field for local date and time takes it: `2026-10-02T18:42`. */
export function fieldTime(at: number): string {
  const local = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  const date = [local.getFullYear(), two(local.getMonth() + 1), two(local.getDate())].join('-');
  return `${date}T${two(local.getHours())}:${two(local.getMinutes())}`;
}

/** Local, by the machine's zone; null when it is no time. */
export function readFieldTime(text: string): number | null {
  const at = new Date(text).getTime();
  return Number.isNaN(at) ? null : at;
}
