/** Files or folders of this computer into the folder on screen. A session that only reads has no such button. */
import { useContext } from 'react';
import { scopeNow } from '../../../../electron/contract/scope.ts';
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import { Button } from '../../../ui/Button.tsx';
import { MenuButton } from '../../../ui/MenuButton.tsx';
import { type ActionTarget, BeginActionContext } from './begin.ts';

interface UploadButtonProps {
  pass: PassView;
  folder: ActionTarget;
  /** While the session lives. */
  live: boolean;
}

export function UploadButton({ pass, folder, live }: UploadButtonProps) {
  const begin = useContext(BeginActionContext);
  if (scopeNow(pass) === 'read-only') return null;
  return (
    <MenuButton
      button={
        <Button icon="up" isDisabled={!live}>
          Upload
        </Button>
      }
      name="Upload"
      choices={[
        { id: 'uploadFiles', words: 'Files…', icon: 'file', shortcut: 'Ctrl U' },
        { id: 'uploadFolders', words: 'Folders…', icon: 'folder' },
      ]}
      onChoose={(id) => begin(id === 'uploadFiles' ? 'uploadFiles' : 'uploadFolders', folder)}
    />
  );
}
