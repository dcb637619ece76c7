/** A text from outside to the letter: what can't be seen in it is marked, nothing is cut. */

import { NamePieces } from '../EntryName.tsx';
import { nameParts } from '../name-marks.ts';

export function Exact({ text }: { text: string }) {
  if (text === '') return <span className="odd">empty</span>;
  return (
    <span className="exact">
      <NamePieces parts={nameParts(text)} />
    </span>
  );
}
