/** Over the tabs: name, size, date and how many versions once that is known; and what is done with the whole object. */
import { useContext } from 'react';
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import { formatBytes, formatDateTime } from '../../../text/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActionsMenu } from '../actions/ActionsMenu.tsx';
import { type ActionTarget, BeginActionContext } from '../actions/begin.ts';
import { CopyMenu } from '../copy/CopyMenu.tsx';
import { EntryName } from '../EntryName.tsx';
import type { Told } from './told.ts';

interface InspectorHeadProps {
  pass: PassView;
  /** Where the bucket is; null: not told. */
  region: string | null;
  name: string;
  told: Told | null;
  /** `3 versions`; null while that is not known. */
  versions: string | null;
  target: ActionTarget;
  live: boolean;
  /** Null where only the present version can be had, and another is looked at. */
  onDownload: (() => void) | null;
  onConsole: () => void;
  onClose: () => void;
}

export function InspectorHead(props: InspectorHeadProps) {
  const { pass, region, name, told, versions, target, live, onDownload, onConsole, onClose } = props;
  const begin = useContext(BeginActionContext);
  return (
    <header>
      <div className="insp-name">
        <div className="grow say-text">
          <h2>
            <EntryName name={name} twin={false} />
          </h2>
          <p className="small dim">{headWords(told, versions)}</p>
        </div>
        <Button look="quiet" icon="out" aria-label="Open in console" isDisabled={!live} onPress={onConsole} />
        <ActionsMenu pass={pass} target={target} name="More for this object" />
        <Button look="quiet" icon="x" aria-label="Close" onPress={onClose} />
      </div>
      <div className="acts">
        {onDownload && (
          <Button look="primary" icon="down" isDisabled={!live} onPress={onDownload}>
            Download
          </Button>
        )}
        <Button icon="link" isDisabled={!live} onPress={() => begin('share', target)}>
          Share link…
        </Button>
        <CopyMenu pass={pass} region={region} target={target} />
      </div>
    </header>
  );
}

function headWords(told: Told | null, versions: string | null): string {
  const parts = told ? [formatBytes(told.sizeBytes)] : [];
  if (told && told.modifiedAt !== null) parts.push(formatDateTime(told.modifiedAt));
  if (versions !== null) parts.push(versions);
  return parts.join('\u2002·\u2002');
}
