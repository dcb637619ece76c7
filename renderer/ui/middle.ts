/**
 * Truncation in the middle: the head may be cut by the style sheet, the tail (date, part, extension)
 * always stays. Splits between letters as people see them, never inside one. Pure.
 */

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The tail has a third of the letters, at least 8 and at most 20; a short text is all head. */
export function splitMiddle(text: string): { head: string; tail: string } {
  if (text.length <= 12) return { head: text, tail: '' };
  // ASCII (but for line ends) has one letter a unit; the segmenter is only paid for by other names.
  const letters = /^[\x20-\x7e]*$/.test(text) ? null : [...graphemes.segment(text)];
  const length = letters?.length ?? text.length;
  const tailLength = Math.min(20, Math.max(8, Math.floor(length / 3)));
  if (length <= tailLength + 4) return { head: text, tail: '' };
  const cut = letters ? (letters[length - tailLength]?.index ?? text.length) : length - tailLength;
  return { head: text.slice(0, cut), tail: text.slice(cut) };
}
