/** Before objects and folders come down: what happens to files that are there. The folder is asked for by the system. */
import { useMemo, useState } from 'react';
import type { DownloadSource } from '../../../../../electron/contract/transfer.ts';
import { useApi } from '../../../../bridge/use-api.ts';
import { usePays } from '../../payers.ts';
import type { ActionTarget } from '../begin.ts';
import type { ActionDialogProps } from '../joined.tsx';
import { isFolderItself, targetWords } from '../target.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { keepChoice, lastChoice, policyChoices } from './conflict-choices.ts';
import { OneOf } from './fields.tsx';
import { NamesAhead } from './NamesAhead.tsx';

export function DownloadDialog({ pass, target, onClose }: ActionDialogProps) {
  const { order } = useApi();
  const { bucket, prefix } = target;
  const [conflict, setConflict] = useState(lastChoice('download'));
  const requesterPays = usePays(pass.id, bucket);
  const sources = useMemo(() => sourcesOf(target), [target]);
  return (
    <ActionDialog
      title={`Download ${isFolderItself(target) ? 'this folder' : targetWords(target)}`}
      act="Choose where to…"
      ready
      guarded={null}
      onAct={() => {
        keepChoice('download', conflict);
        const wish = { pass: pass.id, bucket, base: prefix, sources, conflict, requesterPays };
        void order('transfer.download', { ...wish, to: 'folder' });
      }}
      onClose={onClose}
    >
      <p>
        From <code className="act-address">{`s3://${bucket}/${prefix}`}</code>. What is below it keeps its
        names and its folders.
      </p>
      <NamesAhead pass={pass.id} bucket={bucket} base={prefix} sources={sources} />
      <OneOf
        label="What is there already under the same name"
        value={conflict}
        choices={policyChoices('download')}
        onChange={setConflict}
      />
    </ActionDialog>
  );
}

function sourcesOf(target: ActionTarget): DownloadSource[] {
  if (isFolderItself(target)) return [{ kind: 'folder', prefix: target.prefix }];
  return [
    ...target.folders.map((prefix) => ({ kind: 'folder' as const, prefix })),
    ...target.objects.map(({ key }) => ({ kind: 'object' as const, key })),
  ];
}
