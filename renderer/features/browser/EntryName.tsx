/** A name in the list as it really is: odd characters marked, cut in the middle when it does not fit. */
import { fitMiddle } from '../../ui/fit-middle.ts';
import { Hits } from '../../ui/Hits.tsx';
import { Middle } from '../../ui/Middle.tsx';
import { isPlainName, type NamePart, nameParts, twinMark } from './name-marks.ts';
import type { NameRoom } from './use-name-room.ts';

interface EntryNameProps {
  name: string;
  twin: boolean;
  /** Null: not measured, the style sheet cuts. */
  room?: NameRoom | null;
}

export function EntryName({ name, twin, room = null }: EntryNameProps) {
  const mark = twin ? twinMark(name) : null;
  return (
    <>
      {isPlainName(name) ? <PlainName name={name} mark={mark} room={room} /> : <OddName name={name} />}
      {mark && <span className="odd">{mark}</span>}
    </>
  );
}

function PlainName({ name, mark, room }: { name: string; mark: string | null; room: NameRoom | null }) {
  if (!room) return <Middle text={name} />;
  const cut = fitMiddle(name, room.room(mark), room.widthOf);
  if (cut === name)
    return (
      <span className="whole">
        <Hits text={name} />
      </span>
    );
  return (
    <span className="whole" title={name}>
      <span aria-hidden="true">
        <Hits text={cut} />
      </span>
      <span className="unseen">{name}</span>
    </span>
  );
}

function OddName({ name }: { name: string }) {
  if (name === '' || name === '/') {
    return (
      <>
        {name && <span className="hint">/</span>}
        <span className="odd">empty name</span>
      </>
    );
  }
  return (
    <span className="odd-name">
      <NamePieces parts={nameParts(name)} />
    </span>
  );
}

export function NamePieces({ parts }: { parts: readonly NamePart[] }) {
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one name never move
    <Piece key={index} {...part} />
  ));
}

function Piece({ kind, text }: NamePart) {
  if (kind === 'text') return <span>{text}</span>;
  if (kind === 'control') return <span className="ctl">{text}</span>;
  const words = text.length === 1 ? 'one space here' : `${text.length} spaces here`;
  return [...text].map((_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: spaces are all alike
    <span key={index} className="ws" role="img" aria-label={index === 0 ? words : ''} title={words} />
  ));
}
