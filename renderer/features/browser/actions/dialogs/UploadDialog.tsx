/** Before files go up: what happens to what is there already. The files were dropped, or the system asks for them. */
import { useState } from 'react';
import { useApi } from '../../../../bridge/use-api.ts';
import { droppedWords } from '../../drop/drop-words.ts';
import { usePays } from '../../payers.ts';
import type { ActionDialogProps } from '../joined.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { keepChoice, lastChoice, policyChoices } from './conflict-choices.ts';
import { OneOf } from './fields.tsx';

export const UploadFilesDialog = (props: ActionDialogProps) => <Upload {...props} what="files" />;
export const UploadFoldersDialog = (props: ActionDialogProps) => <Upload {...props} what="folders" />;

export const UploadDroppedDialog = (props: ActionDialogProps) => <Upload {...props} what="dropped" />;

type What = 'files' | 'folders' | 'dropped';

function Upload({ pass, target, onClose, what }: ActionDialogProps & { what: What }) {
  const { order } = useApi();
  const { bucket, prefix } = target;
  const [conflict, setConflict] = useState(lastChoice('upload'));
  const requesterPays = usePays(pass.id, bucket);
  const writesOver = conflict === 'replace' || conflict === 'compare';
  return (
    <ActionDialog
      title={what === 'dropped' ? `Upload ${droppedWords(target.dropped ?? [])}` : `Upload ${what}`}
      act={what === 'dropped' ? 'Upload' : `Choose ${what}…`}
      ready
      guarded={pass.guarded && writesOver ? bucket : null}
      onAct={() => {
        keepChoice('upload', conflict);
        const wish = { pass: pass.id, bucket, toPrefix: prefix, what, conflict, requesterPays };
        void order('transfer.upload', wish);
      }}
      onClose={onClose}
    >
      <p>
        To <code className="act-address">{`s3://${bucket}/${prefix}`}</code>
      </p>
      <OneOf
        label="What is there already under the same key"
        value={conflict}
        choices={policyChoices('upload')}
        onChange={setConflict}
      />
    </ActionDialog>
  );
}
