/** One way of looking at an object. */
import { Button } from '../../../ui/Button.tsx';
import { HexView } from './HexView.tsx';
import { ImageView } from './ImageView.tsx';
import { PreviewSay } from './PreviewSay.tsx';
import { TableView } from './TableView.tsx';
import { JsonView, TextView } from './TextView.tsx';
import type { View } from './view-of.ts';

interface ViewBodyProps {
  view: View;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  totalBytes: number;
  /** Wants all bytes. */
  onWanted: () => void;
  onText: () => void;
}

export function ViewBody(props: ViewBodyProps) {
  const { note } = props.view;
  return (
    <>
      {note !== null && <p className="pv-note">{note}</p>}
      <Body {...props} />
    </>
  );
}

function Body({ view, name, bytes, totalBytes, onWanted, onText }: ViewBodyProps) {
  switch (view.way) {
    case 'text':
      return <TextView lines={view.lines} />;
    case 'json':
      return <JsonView json={view.json} />;
    case 'table':
      return <TableView table={view.table} />;
    case 'hex':
      return <HexView bytes={view.bytes} />;
    case 'picture':
      return <ImageView format={view.format} {...{ bytes, totalBytes, name, onWanted }} />;
    case 'words':
      if (view.content.kind === 'closed')
        return (
          <PreviewSay
            icon={view.content.what === 'Parquet' ? 'db' : 'file'}
            title={`Download it to look at it: it is ${view.content.what === 'PDF' ? 'a PDF' : 'Parquet'}.`}
            body="Daypass shows none of that kind."
          />
        );
      return (
        <PreviewSay
          icon="code"
          title={`${view.content.what} can hold scripts, so it is not drawn.`}
          body="Download it to open it elsewhere, or read it as the text that it is."
          acts={
            <Button data-way="text" onPress={onText}>
              Look at it as text
            </Button>
          }
        />
      );
  }
}
