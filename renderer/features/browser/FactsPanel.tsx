/** The facts of one object beside the list, with what can be done with it. No preview yet. */
import { type ReactNode, useState } from 'react';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { formatBytes, formatCount, formatDateTimeFull, formatStorageClass } from '../../text/format.ts';
import { Button } from '../../ui/Button.tsx';
import type { ActionTarget } from './actions/begin.ts';
import { CopyMenu } from './copy/CopyMenu.tsx';
import { EntryName } from './EntryName.tsx';
import type { Row } from './list-model.ts';
import { ReadRefused, useReadRefusal } from './ReadRefused.tsx';
import { ShareDialog } from './share/ShareDialog.tsx';

interface FactsPanelProps {
  pass: PassView;
  object: Row & { kind: 'object' };
  bucket: string;
  /** Where the bucket is; null: not told. */
  region: string | null;
  live: boolean;
  onDownload: () => void;
  onConsole: () => void;
  onClose: () => void;
}

export function FactsPanel({
  pass,
  object,
  bucket,
  region,
  live,
  onDownload,
  onConsole,
  onClose,
}: FactsPanelProps) {
  const [sharing, setSharing] = useState(false);
  const { sizeBytes, modifiedAt } = object;
  const refusal = useReadRefusal(pass.id, bucket, object.key);
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
        <Button icon="link" isDisabled={!live} onPress={() => setSharing(true)}>
          Share link…
        </Button>
        <CopyMenu pass={pass} region={region} target={targetOf(bucket, object)} />
        <Button icon="out" isDisabled={!live} onPress={onConsole}>
          Open in console
        </Button>
      </div>
      {sharing && (
        <ShareDialog
          pass={pass}
          bucket={bucket}
          object={{ key: object.key, version: null }}
          onClose={() => setSharing(false)}
        />
      )}
      {refusal && <ReadRefused refusal={refusal} passId={pass.id} bucket={bucket} objectKey={object.key} />}
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

function targetOf(bucket: string, { key, sizeBytes, storageClass }: Row & { kind: 'object' }): ActionTarget {
  const prefix = key.slice(0, key.lastIndexOf('/') + 1);
  return { bucket, prefix, folders: [], objects: [{ key, sizeBytes, version: null, storageClass }] };
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
