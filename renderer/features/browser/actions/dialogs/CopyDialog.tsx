/** Where a copy or move goes, what its address becomes, and what happens to what is there already. */
import { useState } from 'react';
import { useSnapshot } from '../../../../bridge/use-api.ts';
import type { ActionDialogProps } from '../joined.tsx';
import { targetWords } from '../target.ts';
import { useWorks } from '../use-works.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { destinationOf } from './destination.ts';
import { LabelledField, OneOf } from './fields.tsx';

export const CopyDialog = (props: ActionDialogProps) => <Transfer {...props} move={false} />;
export const MoveDialog = (props: ActionDialogProps) => <Transfer {...props} move />;

function Transfer({ pass, target, onClose, move }: ActionDialogProps & { move: boolean }) {
  const works = useWorks();
  const { organisations } = useSnapshot();
  const start = `s3://${target.bucket}/${target.prefix}`;
  const [address, setAddress] = useState(start);
  const [existing, setExisting] = useState<'leave' | 'replace'>('leave');
  const endpoints = organisations.flatMap(({ s3Endpoint }) => s3Endpoint ?? []);
  const destined = destinationOf(address, target, endpoints, move);
  const replace = existing === 'replace';
  const verb = move ? 'Move' : 'Copy';
  const what = targetWords(target);
  const many = target.objects.length + target.folders.length > 1;
  return (
    <ActionDialog
      title={`${verb} ${what}`}
      act={many ? `${verb} ${what}` : verb}
      ready={destined.kind === 'to'}
      guarded={pass.guarded && (move || replace) ? target.bucket : null}
      wide
      onAct={(typed) => {
        if (destined.kind !== 'to') return;
        const { bucket: toBucket, sources } = destined.to;
        works.start({
          kind: move ? 'moveTo' : 'copyTo',
          pass: pass.id,
          bucket: target.bucket,
          task: { task: 'copy', toBucket, sources, move, replace },
          typed,
        });
      }}
      onClose={onClose}
    >
      <LabelledField
        label="To: a folder, or any address of S3"
        mono
        first="end"
        value={address}
        wrong={destined.kind === 'wrong' && address !== start ? destined.wrong : null}
        onChange={setAddress}
      />
      {destined.kind === 'to' && (
        <p className="small">
          {many ? 'The first becomes ' : 'It becomes '}
          <code className="act-address">{destined.to.first}</code>
        </p>
      )}
      <OneOf
        label="What is there already under the same key"
        value={existing}
        choices={[
          { value: 'leave', words: 'Leave it', under: 'It counts as skipped.' },
          {
            value: 'replace',
            words: 'Replace it',
            under: 'Where versions are kept, it stays as an older one.',
          },
        ]}
        onChange={setExisting}
      />
      {move && <p className="small">Each is deleted here once its copy is whole.</p>}
    </ActionDialog>
  );
}
