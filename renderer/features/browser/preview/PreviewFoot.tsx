/** Under a preview: how much of the object it is, other ways to look at it, and how to read on. */
import { failureText } from '../../../text/failure-text.ts';
import { Button } from '../../../ui/Button.tsx';
import { MORE_BYTES, MOST_BYTES } from './limits.ts';
import { AgainButton } from './PreviewSay.tsx';
import {
  bytesWords,
  documentsWords,
  encodingWords,
  hexWords,
  linesWords,
  MOST_BYTES_WORDS,
  pixelsWords,
  rowsWords,
  tableWords,
} from './preview-words.ts';
import type { ReadBytes } from './ReadPreview.tsx';
import type { View } from './view-of.ts';
import type { Way } from './ways.ts';

interface PreviewFootProps {
  view: View;
  /** Other ways than this one. */
  ways: readonly Exclude<Way, 'words'>[];
  read: ReadBytes;
  live: boolean;
  onWay: (way: Way) => void;
  onReadTo: (bytes: number) => void;
  onAnew: () => void;
}

const wayWords: Readonly<Record<Exclude<Way, 'words'>, string>> = {
  picture: 'As a picture',
  table: 'As a table',
  json: 'Laid out',
  text: 'As text',
  hex: 'In hex',
};

export function PreviewFoot({ view, ways, read, live, onWay, onReadTo, onAnew }: PreviewFootProps) {
  const { bytes, totalBytes, asking, failure } = read;
  const [first, second] = footWords(view, read);
  const isLonger = bytes.length < totalBytes && ['text', 'json', 'table'].includes(view.way);
  const next = Math.min(totalBytes - bytes.length, MORE_BYTES, MOST_BYTES - bytes.length);
  const wanted = view.way === 'picture' ? totalBytes : bytes.length + MORE_BYTES;
  const again = failure?.code === 's3-changed-meanwhile' ? onAnew : () => onReadTo(wanted);
  return (
    <footer className="pv-foot">
      <div className="row">
        <p className="grow">
          {first}
          {second !== null && (
            <>
              <br />
              {second}
            </>
          )}
        </p>
        {isLonger && next > 0 && failure === null && (
          <Button isDisabled={!live || asking} onPress={() => onReadTo(bytes.length + next)}>
            {asking ? `Reading ${bytesWords(next)}` : `Read ${bytesWords(next)} more`}
          </Button>
        )}
      </div>
      {isLonger && next <= 0 && <p>Here, the first {MOST_BYTES_WORDS} are read. Download it for the rest.</p>}
      {failure !== null && (
        <div className="row" role="alert">
          <p className="grow is-danger">
            {failureText(failure).title} {failureText(failure).next}
          </p>
          {live && <AgainButton failure={failure} onAgain={again} />}
        </div>
      )}
      <div className="row pv-ways">
        {ways.map((way) => (
          <Button key={way} look="quiet" size="small" onPress={() => onWay(way)}>
            {wayWords[way]}
          </Button>
        ))}
      </div>
    </footer>
  );
}

function footWords(view: View, { bytes, totalBytes }: ReadBytes): [string, string | null] {
  const how = { readBytes: bytes.length, totalBytes };
  switch (view.way) {
    case 'text':
      return [linesWords(view.lines.count, view.lines.more, how), encodingWords(view.decoded)];
    case 'json':
      return [documentsWords(view.json.documents, view.json.more, how), encodingWords(view.decoded)];
    case 'table':
      return [rowsWords(view.table, how), tableWords(view.decoded, view.table)];
    case 'hex':
      return [hexWords(view.bytes.length, how), null];
    case 'picture':
      return [`${view.format}, ${bytesWords(totalBytes)}`, view.size && pixelsWords(view.size)];
    case 'words':
      return [`${view.content.what}, ${bytesWords(totalBytes)}`, null];
  }
}
