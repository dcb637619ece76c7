/** The bytes of an object that were read, in the way that fits them or in another that was chosen. */
import { useCallback, useMemo, useState } from 'react';
import { contentOf } from './content.ts';
import { FIRST_BYTES } from './limits.ts';
import type { PreviewObject } from './Preview.tsx';
import { PreviewFoot } from './PreviewFoot.tsx';
import type { ReadState } from './reading.ts';
import { ViewBody } from './ViewBody.tsx';
import { viewOf } from './view-of.ts';
import { otherWays, type Way } from './ways.ts';

export interface ReadBytes extends ReadState {
  bytes: Uint8Array<ArrayBuffer>;
  totalBytes: number;
}

interface ReadPreviewProps {
  object: PreviewObject;
  read: ReadBytes;
  live: boolean;
  /** So many bytes are wanted in all. */
  onReadTo: (bytes: number) => void;
  onAnew: () => void;
}

export function ReadPreview({ object, read, live, onReadTo, onAnew }: ReadPreviewProps) {
  const { bytes, totalBytes } = read;
  const { key, contentType } = object;
  const [chosen, setChosen] = useState<Way | null>(null);
  const content = useMemo(
    () =>
      contentOf(bytes.subarray(0, FIRST_BYTES), { key, contentType, complete: totalBytes <= FIRST_BYTES }),
    [bytes, totalBytes, key, contentType],
  );
  const view = useMemo(
    () => viewOf(content, chosen, bytes, totalBytes),
    [content, chosen, bytes, totalBytes],
  );
  const ways = otherWays(content, view);
  const readAll = useCallback(() => live && onReadTo(totalBytes), [live, onReadTo, totalBytes]);
  return (
    <>
      <ViewBody
        view={view}
        name={key.slice(key.lastIndexOf('/') + 1)}
        bytes={bytes}
        totalBytes={totalBytes}
        onWanted={readAll}
        onText={() => setChosen('text')}
      />
      <PreviewFoot {...{ view, ways, read, live, onReadTo, onAnew }} onWay={setChosen} />
    </>
  );
}
