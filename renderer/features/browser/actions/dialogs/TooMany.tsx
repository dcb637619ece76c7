/** More is chosen than one task takes: nothing is done, and the way on is said. */
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { MOST_TARGETS } from '../../../../../electron/contract/s3-work.ts';
import { formatCount } from '../../../../text/format.ts';
import { Button } from '../../../../ui/Button.tsx';
import type { ActionDialogProps } from '../joined.tsx';

export function TooMany({ onClose }: ActionDialogProps) {
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(now) => !now && onClose()} isDismissable>
      <Modal>
        <Dialog className="dlg" role="alertdialog">
          <Heading slot="title" level={2}>
            That is more than {formatCount(MOST_TARGETS)} at once.
          </Heading>
          <p className="dim">
            Go one folder up and choose the folder itself: everything in it is taken, however many there are.
            Or choose fewer.
          </p>
          <div className="acts">
            <Button autoFocus look="primary" onPress={onClose}>
              Close
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
