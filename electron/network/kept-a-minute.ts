/** Keeps each answer of a slow question for a minute, and asks once when many want to know at the same time. Pure. */

const KEPT_MS = 60_000;

export function keptAMinute<T>(
  ask: (about: string) => Promise<T>,
  nowMs: () => number,
): (about: string) => Promise<T> {
  const kept = new Map<string, { askedAtMs: number; answer: Promise<T> }>();
  return (about) => {
    const known = kept.get(about);
    if (known && nowMs() - known.askedAtMs < KEPT_MS) return known.answer;
    const answer = ask(about);
    kept.set(about, { askedAtMs: nowMs(), answer });
    // A failure is not an answer.
    answer.catch(() => kept.delete(about));
    return answer;
  };
}
