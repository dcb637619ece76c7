/** A text with what the filter found in it marked. Only these are rendered again when the words change, not their rows. */
import { createContext, useContext } from 'react';
import { hitPieces } from './hit-pieces.ts';

export const FilterWords = createContext<readonly string[]>([]);

export function Hits({ text }: { text: string }) {
  const words = useContext(FilterWords);
  if (words.length === 0) return text;
  return hitPieces(text, words).map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
    piece.hit ? <mark key={index}>{piece.text}</mark> : piece.text,
  );
}
