/** How long a session to ask for: the ceiling, or what STS took below it, until that is worth a new try. Pure. */
import type { State } from './schema.ts';

/** A role's maximum is seldom changed; once a month the ceiling is tried again. */
const FORGOTTEN_AFTER_MS = 30 * 24 * 3_600_000;

type Learned = State['durations'][string];

export function durationFor(ceilingSeconds: number, learned: Learned | undefined, now: number): number {
  if (!learned || now - learned.learnedAt >= FORGOTTEN_AFTER_MS) return ceilingSeconds;
  // More is asked for than was ever refused: the ceiling was raised, perhaps because the role's was.
  if (ceilingSeconds > learned.refusedSeconds) return ceilingSeconds;
  return Math.min(ceilingSeconds, learned.seconds);
}
