/** A text in lines, without making a string of each: they are found when they come into view. Pure. */
import { LONGEST_LINE, MOST_LINES } from './limits.ts';

export interface TextLines {
  count: number;
  /** There are more than can be shown. */
  more: boolean;
  /** `hidden`: how many characters of the line are left out. */
  at(line: number): { text: string; hidden: number };
}

/** A line ends at `\n`, or at `\r\n`. */
export function textLines(text: string, most = MOST_LINES): TextLines {
  const starts = [0];
  let end = text.indexOf('\n');
  while (end !== -1 && starts.length < most) {
    starts.push(end + 1);
    end = text.indexOf('\n', end + 1);
  }
  // The break at the end of the last line begins none.
  if (starts.length > 1 && starts.at(-1) === text.length) starts.pop();
  const lastEnd = end === -1 ? text.length : end + 1;
  return {
    count: text === '' ? 0 : starts.length,
    more: lastEnd < text.length,
    at(line) {
      const from = starts[line] ?? lastEnd;
      return cutLine(withoutBreak(text, from, starts[line + 1] ?? lastEnd));
    },
  };
}

function withoutBreak(text: string, from: number, to: number): string {
  if (text[to - 1] !== '\n') return text.slice(from, to);
  return text.slice(from, text[to - 2] === '\r' && to - 2 >= from ? to - 2 : to - 1);
}

export function cutLine(line: string, longest = LONGEST_LINE): { text: string; hidden: number } {
  if (line.length <= longest) return { text: line, hidden: 0 };
  // Not through the midst of a character.
  const last = line.charCodeAt(longest - 1);
  const cut = last >= 0xd800 && last <= 0xdbff ? longest - 1 : longest;
  return { text: line.slice(0, cut), hidden: line.length - cut };
}
