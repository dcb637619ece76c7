/** The facts of one object beside the list, with what can be done with it. No preview yet. */
import type { ReactNode } from 'react';
import { useApi } from '../../bridge/use-api.ts';
import { formatBytes, formatCount, formatDateTimeFull, formatStorageClass } from '../../text/format.ts';
import { Button } from '../../ui/Button.tsx';
import { EntryName } from './EntryName.tsx';
import type { Row } from './list-model.ts';
import { ReadRefused, useReadRefusal } from './ReadRefused.tsx';

interface FactsPanelProps {
  pass: string;
  object: Row & { kind: 'object' };
  bucket: string;
  live: boolean;
  onDownload: () => void;
  onConsole: () => void;
  onClose: () => void;
}

export function FactsPanel({ pass, object, bucket, live, onDownload, onConsole, onClose }: FactsPanelProps) {
  const { order } = useApi();
  const { sizeBytes, modifiedAt } = object;
  const refusal = useReadRefusal(pass, bucket, object.key);
  return (
    <aside className="insp" aria-label="Object">
      <header>
        <h2 className="say-text">
          <EntryName name={object.name} twin={false} />
        </h2>
        <Button look="quiet" icon="x" aria-label="Close" onPress={onClose} />
      </header>
      <div className="acts">
        <Button look="primary" icon="down" isDisabled={!live} onPress={onDownload}>
          Download
        </Button>
        <Button icon="copy" onPress={() => order('text.copy', { text: `s3://${bucket}/${object.key}` })}>
          Copy S3 address
        </Button>
        <Button icon="out" isDisabled={!live} onPress={onConsole}>
          Open in console
        </Button>
      </div>
      {refusal && <ReadRefused refusal={refusal} passId={pass} bucket={bucket} objectKey={object.key} />}
      <dl className="facts say-text">
        <Fact name="Size">
          {formatBytes(sizeBytes)}
          {sizeBytes >= 1000 && <span className="hint"> {formatCount(sizeBytes)} bytes</span>}
        </Fact>
        <Fact name="Modified">{modifiedAt === null ? 'not told' : formatDateTimeFull(modifiedAt)}</Fact>
        <Fact name="Class">{formatStorageClass(object.storageClass)}</Fact>
        <Fact name="Bucket">
          <span className="mono">{bucket}</span>
        </Fact>
        <Fact name="Key">
          <span className="mono key">{object.key}</span>
        </Fact>
      </dl>
    </aside>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
