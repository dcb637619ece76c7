/** What became of the inputs of a run: a fuzzer whose inputs are all refused at the first door tests only that door. */

const counts = new Map<string, number>();

export function tally(outcome: string): void {
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
}

/** Outcomes and their counts since the last call, most often first. */
export function takeTally(): [outcome: string, count: number][] {
  const taken = [...counts].sort(([, a], [, b]) => b - a);
  counts.clear();
  return taken;
}
