/** Jumping to a row by typing its first letters. Pure: the time of the key press is an argument. */

export interface TypeAhead {
  text: string;
  at: number;
}

/** Letters typed within this time belong together. */
const togetherMs = 800;

/** Null when the key is no letter to jump by. */
export function typedNext(before: TypeAhead | null, key: string, now: number): TypeAhead | null {
  if ([...key].length !== 1) return null;
  const going = before !== null && now - before.at < togetherMs;
  if (key === ' ' && !going) return null;
  return { text: going ? before.text + key : key, at: now };
}

/**
 * The index of the row to go to, or -1. One letter, pressed again, goes on to the next row that begins
 * with it; more letters stay on the present row while it fits.
 */
export function jumpTarget(
  count: number,
  beginning: (text: string) => (index: number) => boolean,
  text: string,
  present: number,
): number {
  const wanted = text.toLowerCase();
  const same = [...wanted].every((letter) => letter === wanted[0]);
  const begins = beginning(same ? (wanted[0] ?? '') : wanted);
  const first = same ? present + 1 : Math.max(0, present);
  for (let i = 0; i < count; i++) {
    const index = (first + i) % count;
    if (begins(index)) return index;
  }
  return -1;
}
