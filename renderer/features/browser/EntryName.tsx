/** A name in the list as it really is: odd characters marked, cut in the middle when it does not fit. */
import { Middle } from '../../ui/Middle.tsx';
import { isPlainName, nameParts, twinMark } from './name-marks.ts';

export function EntryName({ name, twin }: { name: string; twin: boolean }) {
  return (
    <>
      {isPlainName(name) ? <Middle text={name} /> : <OddName name={name} />}
      {twin && <span className="odd">{twinMark(name)}</span>}
    </>
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
    <span className="mid odd-name">
      {nameParts(name).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one name never move
        <Piece key={index} {...part} />
      ))}
    </span>
  );
}

function Piece({ kind, text }: { kind: 'text' | 'control' | 'space'; text: string }) {
  if (kind === 'text') return <span>{text}</span>;
  if (kind === 'control') return <span className="ctl">{text}</span>;
  const words = text.length === 1 ? 'one space here' : `${text.length} spaces here`;
  return [...text].map((_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: spaces are all alike
    <span key={index} className="ws" role="img" aria-label={index === 0 ? words : ''} title={words} />
  ));
}
