/**
 * Which dialog answers to which action, one line each. An action that nobody answers to is in no menu. What needs no
 * dialog stands in `deeds`.
 */
import type { ComponentType } from 'react';
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import type { BrowserShelf } from '../browser-shelf.ts';
import { DeletedHere } from '../deleted-here/DeletedHere.tsx';
import { ShareDialog } from '../share/ShareDialog.tsx';
import { UnfinishedHere } from '../unfinished-here/UnfinishedHere.tsx';
import type { ActionName, ActionTarget } from './begin.ts';
import { CopyDialog, MoveDialog } from './dialogs/CopyDialog.tsx';
import { DeleteDialog } from './dialogs/DeleteDialog.tsx';
import { DownloadDialog } from './dialogs/DownloadDialog.tsx';
import { HeadersDialog } from './dialogs/HeadersDialog.tsx';
import { MakePresentDialog } from './dialogs/MakePresentDialog.tsx';
import { NewFolderDialog, RenameDialog } from './dialogs/NameDialog.tsx';
import { RestoreDialog } from './dialogs/RestoreDialog.tsx';
import { TagsDialog } from './dialogs/TagsDialog.tsx';
import { UploadDroppedDialog, UploadFilesDialog, UploadFoldersDialog } from './dialogs/UploadDialog.tsx';

export interface ActionDialogProps {
  pass: PassView;
  target: ActionTarget;
  /** The dialog is done, whatever was decided. */
  onClose: () => void;
}

export const dialogs: Partial<Record<ActionName, ComponentType<ActionDialogProps>>> = {
  share: Share,
  newFolder: NewFolderDialog,
  rename: RenameDialog,
  copyTo: CopyDialog,
  moveTo: MoveDialog,
  delete: DeleteDialog,
  editTags: TagsDialog,
  editHeaders: HeadersDialog,
  restore: RestoreDialog,
  makePresent: MakePresentDialog,
  deletedHere: DeletedInFolder,
  unfinishedHere: UnfinishedHere,
  uploadFiles: UploadFilesDialog,
  uploadFolders: UploadFoldersDialog,
  uploadDropped: UploadDroppedDialog,
  downloadTo: DownloadDialog,
};

function Share({ pass, target, onClose }: ActionDialogProps) {
  const [object] = target.objects;
  return object && <ShareDialog pass={pass} bucket={target.bucket} object={object} onClose={onClose} />;
}

/** In the folder that is chosen, else in the one on screen. */
function DeletedInFolder({ pass, target: { bucket, prefix, folders }, onClose }: ActionDialogProps) {
  return <DeletedHere pass={pass} bucket={bucket} prefix={folders[0] ?? prefix} onClose={onClose} />;
}

type ForDeeds = Pick<BrowserShelf, 'of' | 'works'>;

/** Done at once, without a question. */
export const deeds: Partial<
  Record<ActionName, (pass: PassView, target: ActionTarget, shelf: ForDeeds) => void>
> = {
  measure: (pass, target, { of }) => of(pass.id).sums.askTarget(target),
  undelete(pass, { bucket, objects }, { works }) {
    const markers = objects.flatMap(({ key, version }) => (version === null ? [] : [{ key, version }]));
    if (markers.length === 0) return;
    works.start({
      kind: 'undelete',
      pass: pass.id,
      bucket,
      task: { task: 'undelete', markers },
      typed: null,
    });
  },
};

export const hasAction = (name: ActionName) => name in dialogs || name in deeds;
