/** A text in pieces: what a filter found in it, and the rest. Pure. */

export interface Piece {
  text: string;
  hit: boolean;
}

/** The text in pieces, those that the filter found marked. */
export function hitPieces(text: string, words: readonly string[]): Piece[] {
  const lower = text.toLowerCase();
  const hit = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1))
      hit.fill(true, at, at + word.length);
  }
  const pieces: Piece[] = [];
  for (let i = 0; i < text.length; i++) {
    const last = pieces.at(-1);
    if (last && last.hit === hit[i]) last.text += text[i];
    else pieces.push({ text: text[i] ?? '', hit: hit[i] ?? false });
  }
  return pieces;
}
