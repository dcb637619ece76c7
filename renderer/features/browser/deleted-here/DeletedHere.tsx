/** What was deleted in a folder of a bucket that keeps versions, and its way back. */
import { useContext, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { scopeNow } from '../../../../electron/contract/scope.ts';
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import { useApi } from '../../../bridge/use-api.ts';
import { usePassPhase } from '../../../bridge/use-pass-time.ts';
import { counted } from '../../../text/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { BeginActionContext } from '../actions/begin.ts';
import { MayOnlyRead } from '../inspector/lines.tsx';
import { DeletedState } from './DeletedState.tsx';
import { useDeleted } from './use-deleted.ts';
import './deleted-here.css';

interface DeletedHereProps {
  pass: PassView;
  bucket: string;
  prefix: string;
  onClose: () => void;
}

export function DeletedHere(props: DeletedHereProps) {
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(now) => !now && props.onClose()} isDismissable>
      <Modal>
        <Dialog className="dlg deleted-here">
          <Folder {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Folder({ pass, bucket, prefix, onClose }: DeletedHereProps) {
  const begin = useContext(BeginActionContext);
  const { order } = useApi();
  const phase = usePassPhase(pass);
  const live = phase === 'active' || phase === 'endingSoon';
  const mayWrite = scopeNow(pass) === 'full';
  const { versioning, deleted } = useDeleted({ pass: pass.id, bucket, prefix }, live);
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const found = deleted.known.told?.value.deleted ?? [];
  const markers = found.filter(({ key }) => selected.has(key));
  function undo() {
    const objects = markers.map(({ key, marker }) => ({ key, sizeBytes: 0, version: marker }));
    // First, so that a dialog of what is begun is not closed with this one.
    onClose();
    begin('undelete', { bucket, prefix, objects, folders: [] });
  }
  return (
    <>
      <Heading slot="title" level={2}>
        Deleted here
      </Heading>
      <p className="small dim mono exact">{`s3://${bucket}/${prefix}`}</p>
      {live && !mayWrite && <MayOnlyRead pass={pass.id} />}
      <DeletedState
        pass={pass}
        bucket={bucket}
        prefix={prefix}
        live={live}
        versioning={versioning}
        deleted={deleted}
        selected={selected}
        onSelect={mayWrite ? select : null}
      />
      <div className="acts">
        <span className="grow" />
        {!live && (
          <Button onPress={() => order('signin.start', { organisation: pass.organisation })}>Sign in</Button>
        )}
        <Button onPress={onClose}>Close</Button>
        {mayWrite && live && found.length > 0 && (
          <Button look="primary" isDisabled={markers.length === 0} onPress={undo}>
            {markers.length === 0 ? 'Undo deletes' : `Undo ${counted(markers.length, 'delete')}`}
          </Button>
        )}
      </div>
    </>
  );
}
