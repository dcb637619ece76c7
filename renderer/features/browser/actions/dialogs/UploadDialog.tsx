/** Before files go up: what happens to what is there already. The files themselves are asked for by the system. */
import { useState } from 'react';
import { useApi } from '../../../../bridge/use-api.ts';
import type { ActionDialogProps } from '../joined.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { keepChoice, lastChoice, uploadChoices } from './conflict-choices.ts';
import { OneOf } from './fields.tsx';

export const UploadFilesDialog = (props: ActionDialogProps) => <Upload {...props} what="files" />;
export const UploadFoldersDialog = (props: ActionDialogProps) => <Upload {...props} what="folders" />;

function Upload({ pass, target, onClose, what }: ActionDialogProps & { what: 'files' | 'folders' }) {
  const { order } = useApi();
  const { bucket, prefix } = target;
  const [conflict, setConflict] = useState(lastChoice('upload'));
  const writesOver = conflict === 'replace' || conflict === 'compare';
  return (
    <ActionDialog
      title={`Upload ${what}`}
      act={`Choose ${what}…`}
      ready
      guarded={pass.guarded && writesOver ? bucket : null}
      onAct={() => {
        keepChoice('upload', conflict);
        void order('transfer.upload', { pass: pass.id, bucket, toPrefix: prefix, what, conflict });
      }}
      onClose={onClose}
    >
      <p>
        To <code className="act-address">{`s3://${bucket}/${prefix}`}</code>
      </p>
      <OneOf
        label="What is there already under the same key"
        value={conflict}
        choices={uploadChoices}
        onChange={setConflict}
      />
    </ActionDialog>
  );
}
