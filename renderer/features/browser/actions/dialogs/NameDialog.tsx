/** One field for a name: of a new folder, or another one for what is there. */
import { useState } from 'react';
import type { CopySource, WorkTask } from '../../../../../electron/contract/s3-work.ts';
import type { ActionDialogProps } from '../joined.tsx';
import { onlyOne, shownName } from '../target.ts';
import { useWorks } from '../use-works.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { LabelledField } from './fields.tsx';
import { nameIn, newName } from './new-name.ts';
import { useIsListed } from './use-listed.ts';

export function NewFolderDialog({ pass, target, onClose }: ActionDialogProps) {
  const works = useWorks();
  const isThere = useIsListed(pass.id, target.bucket);
  const [name, setName] = useState('');
  const { bucket, prefix } = target;
  const { key, wrong, hint } = newName(name, { prefix, isFolder: true, present: null, isThere });
  return (
    <ActionDialog
      title="New folder"
      act="Make the folder"
      ready={key !== null}
      guarded={null}
      onAct={() => {
        if (key === null) return;
        const task = { task: 'newFolder', prefix: key } as const;
        works.start({ kind: 'newFolder', pass: pass.id, bucket, task, typed: null });
      }}
      onClose={onClose}
    >
      <LabelledField label="Name" value={name} first="all" wrong={wrong} hint={hint} onChange={setName} />
      <p className="small">
        S3 has no folders of its own: an empty object is written, whose key ends with a slash.
      </p>
    </ActionDialog>
  );
}

export function RenameDialog({ pass, target, onClose }: ActionDialogProps) {
  const works = useWorks();
  const isThere = useIsListed(pass.id, target.bucket);
  const { bucket, prefix } = target;
  const one = onlyOne(target);
  const present = one ? nameIn(prefix, one.key, one.isFolder) : '';
  const [name, setName] = useState(present);
  if (!one) return null;
  const { key: from, isFolder } = one;
  const parent = from.startsWith(prefix) ? prefix : from.slice(0, from.lastIndexOf('/') + 1);
  const { key, wrong, hint } = newName(name, { prefix: parent, isFolder, present, isThere });
  return (
    <ActionDialog
      title={`Rename ${shownName(present)}`}
      act="Rename"
      ready={key !== null}
      guarded={pass.guarded ? bucket : null}
      onAct={(typed) => {
        if (key === null) return;
        const source: CopySource = isFolder
          ? { kind: 'folder', prefix: from, toPrefix: key }
          : { kind: 'object', key: from, version: null, toKey: key };
        const task: WorkTask = {
          task: 'copy',
          toBucket: bucket,
          sources: [source],
          move: true,
          replace: false,
        };
        works.start({ kind: 'rename', pass: pass.id, bucket, task, typed });
      }}
      onClose={onClose}
    >
      <LabelledField
        label="New name"
        value={name}
        first="name"
        wrong={wrong}
        hint={hint}
        onChange={setName}
      />
      <p className="small">
        {isFolder
          ? 'S3 can’t rename: each object in it is copied to its new key, and the old one is deleted once its copy is whole.'
          : 'S3 can’t rename: the object is copied to its new key, and the old one is deleted once the copy is whole.'}
      </p>
    </ActionDialog>
  );
}
