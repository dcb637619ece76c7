// Days of the calendar as texts, for keys that hold dates.

const DAY_MS = 24 * 3600 * 1000;

/** Epoch ms of a UTC day (`2026-03-01`) and an hour of it. */
export function momentOf(day: string, hour = 0, minute = 0): number {
  return Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000 + minute * 60_000;
}

/** `count` days from `first` on, each as `yyyy-mm-dd`. */
export function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(momentOf(first) + index * DAY_MS).toISOString().slice(0, 10),
  );
}
