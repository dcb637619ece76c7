/** Cutting a text in the middle to a width that is known. Pure: how wide a text is comes as a function. */
import { splitMiddle } from './middle.ts';

/** `room` and what `widthOf` answers are px. The tail always stays, also when there is no room for more. */
export function fitMiddle(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  const { head, tail } = splitMiddle(text);
  if (!tail) return text;
  let [low, high] = [0, head.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(`${head.slice(0, middle)}…${tail}`) <= room) low = middle;
    else high = middle - 1;
  }
  // Never half a letter: a cut between the two halves of a surrogate pair goes one back.
  const cut = /[\ud800-\udbff]$/.test(head.slice(0, low)) ? low - 1 : low;
  return `${head.slice(0, cut)}…${tail}`;
}
