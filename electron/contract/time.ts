/**
 * Phase and countdown words from a session's times and now; tray and screen share them, so they can
 * never disagree. Pure: `now` is always an argument, epoch ms.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export type Phase = 'none' | 'active' | 'endingSoon' | 'ended';

export interface SessionTimes {
  startedAt: number;
  expiresAt: number;
}

/**
 * How long before the end a session counts as *ending soon*: the notice time, but at most a fifth of
 * the session, so that short sessions are not amber from the start. In ms.
 */
export function endingSoonBeforeMs(times: SessionTimes, notifyMinutesBefore: number): number {
  const lengthMs = Math.max(0, times.expiresAt - times.startedAt);
  return Math.min(notifyMinutesBefore * MINUTE, lengthMs / 5);
}

export function phaseAt(
  times: SessionTimes,
  now: number,
  notifyMinutesBefore: number,
): Exclude<Phase, 'none'> {
  if (now >= times.expiresAt) return 'ended';
  return now >= times.expiresAt - endingSoonBeforeMs(times, notifyMinutesBefore) ? 'endingSoon' : 'active';
}

/** The next moment at which `phaseAt` changes, or null after the end. Epoch ms. */
export function nextPhaseChangeAt(
  times: SessionTimes,
  now: number,
  notifyMinutesBefore: number,
): number | null {
  if (now >= times.expiresAt) return null;
  const soonAt = times.expiresAt - endingSoonBeforeMs(times, notifyMinutesBefore);
  return now < soonAt ? soonAt : times.expiresAt;
}

/**
 * Time left as a person says it: `7 h 12 m`, `48 min`, `36 s`. Whole units rounded down, so it never
 * promises more than there is.
 */
export function leftWords(leftMs: number): string {
  if (leftMs < MINUTE) return `${Math.max(0, Math.floor(leftMs / 1000))} s`;
  if (leftMs < HOUR) return `${Math.floor(leftMs / MINUTE)} min`;
  const minutes = Math.floor(leftMs / MINUTE);
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} m`;
}

/** The same in full words, for screen readers: `7 hours 12 minutes`. */
export function leftSpoken(leftMs: number): string {
  const count = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`;
  if (leftMs < MINUTE) return count(Math.max(0, Math.floor(leftMs / 1000)), 'second');
  if (leftMs < HOUR) return count(Math.floor(leftMs / MINUTE), 'minute');
  const minutes = Math.floor(leftMs / MINUTE);
  const rest = minutes % 60;
  return rest === 0
    ? count(minutes / 60, 'hour')
    : `${count(Math.floor(minutes / 60), 'hour')} ${count(rest, 'minute')}`;
}

/** Local wall-clock time `18:42`, with the weekday when it is not today. */
export function clockWords(at: number, now: number): string {
  const then = new Date(at);
  const today = new Date(now);
  const time = `${String(then.getHours()).padStart(2, '0')}:${String(then.getMinutes()).padStart(2, '0')}`;
  if (then.toDateString() === today.toDateString()) return time;
  return `${['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][then.getDay()]} ${time}`;
}

/** How the words should be refreshed: the ms until `leftWords` change, or until the end. */
export function nextWordsInMs(leftMs: number): number {
  if (leftMs <= 0) return Number.POSITIVE_INFINITY;
  // Units are rounded down, so the words change 1 ms after a full one, not at it.
  return Math.min(leftMs, (leftMs % (leftMs < MINUTE ? 1000 : MINUTE)) + 1);
}

/** How wrong a clock is, from how far it is behind (negative: ahead): `6 minutes behind`, `1 day ahead`. */
export function offWords(behindMs: number): string {
  const minutes = Math.round(Math.abs(behindMs) / MINUTE);
  const [n, unit] =
    minutes < 120
      ? [minutes, 'minute']
      : minutes < 2880
        ? [Math.round(minutes / 60), 'hour']
        : [Math.round(minutes / 1440), 'day'];
  return `${n} ${unit}${n === 1 ? '' : 's'} ${behindMs > 0 ? 'behind' : 'ahead'}`;
}
