/** What is in an object, as far as it can be shown without running anything of it. Reads only what is looked at. */
import { type ReactNode, useCallback } from 'react';
import { counted } from '../../../text/format.ts';
import { AskingHoles, useSlow } from '../Asking.tsx';
import { FIRST_BYTES } from './limits.ts';
import { NotRead, PreviewSay } from './PreviewSay.tsx';
import { bytesWords } from './preview-words.ts';
import { ReadPreview } from './ReadPreview.tsx';
import { useReading } from './use-reading.ts';
import './preview.css';

export interface PreviewObject {
  key: string;
  sizeBytes: number;
  /** With its quotation marks; null when it is not known. */
  etag: string | null;
  /** Null: the present one. */
  version: string | null;
  contentType: string | null;
  storageClass: string;
}

interface PreviewProps {
  /** Its id. */
  pass: string;
  bucket: string;
  object: PreviewObject;
  /** True while the session lives. */
  live: boolean;
}

export function Preview({ pass, bucket, object, live }: PreviewProps) {
  const { key, version, sizeBytes, etag } = object;
  const [state, reading] = useReading({ pass, bucket, key, version, sizeBytes, etag }, live);
  const readTo = useCallback((bytes: number) => reading.readTo(bytes), [reading]);
  const slow = useSlow(state.asking && state.bytes === null);
  const { bytes, totalBytes, failure } = state;
  if (sizeBytes === 0 || totalBytes === 0)
    return (
      <Frame>
        <PreviewSay
          icon="file"
          title="This object is empty."
          body="It has no bytes, so there is nothing to look at."
        />
      </Frame>
    );
  if (bytes !== null && totalBytes !== null)
    return (
      <Frame>
        <ReadPreview
          key={`${bucket}/${key} ${version ?? ''}`}
          object={object}
          read={{ ...state, bytes, totalBytes }}
          live={live}
          onReadTo={readTo}
          onAnew={() => reading.anew(FIRST_BYTES)}
        />
      </Frame>
    );
  if (failure !== null)
    return (
      <Frame>
        <NotRead failure={failure} onAgain={live ? () => reading.anew(FIRST_BYTES) : null} />
      </Frame>
    );
  if (!live)
    return (
      <Frame>
        <PreviewSay
          icon="eye"
          title="Sign in again to look at this object."
          body="Nothing of it was read before the session ended."
        />
      </Frame>
    );
  return (
    <Frame>
      <AskingHoles shown={slow} />
      <p className="pv-note" role="status">
        {slow ? `Reading ${readingWords(sizeBytes)}` : ''}
      </p>
    </Frame>
  );
}

const readingWords = (sizeBytes: number) =>
  sizeBytes > FIRST_BYTES ? `the first ${bytesWords(FIRST_BYTES)}` : counted(sizeBytes, 'byte');

function Frame({ children }: { children: ReactNode }) {
  return <div className="pv">{children}</div>;
}
