/**
 * One word of a command line for a POSIX shell, whatever is in it. Pure.
 * SECURITY: a key is anybody's text. A line's end or a control character in quotes would be taken by the terminal it
 * is pasted into before the shell reads a quote, so they are written as escapes (POSIX.1-2024, 2.2.4 `$'…'`).
 */

const unseen = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
const plain = /^[A-Za-z0-9_@%+=:,./-]+$/;

export function shellWord(text: string): string {
  if (plain.test(text)) return text;
  if (text.search(unseen) < 0) return `'${text.replaceAll("'", `'\\''`)}'`;
  const inside = text.replace(/[\\']/g, '\\$&').replace(unseen, octal);
  return `$'${inside}'`;
}

/** Three digits each, so that a digit behind them is not taken in. */
function octal(sign: string): string {
  const bytes = [...new TextEncoder().encode(sign)];
  return bytes.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
