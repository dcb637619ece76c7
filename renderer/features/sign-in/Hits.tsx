/** A text with what the filter found in it marked. */
import { hitPieces } from './picker-model.ts';

export function Hits({ text, words }: { text: string; words: readonly string[] }) {
  if (words.length === 0) return text;
  return hitPieces(text, words).map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
    piece.hit ? <mark key={index}>{piece.text}</mark> : piece.text,
  );
}
