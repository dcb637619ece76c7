/** Asks once before something goes, and says what goes with it. */
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './Button.tsx';

interface AskRemoveProps {
  title: string;
  act: string;
  children: ReactNode;
  onRemove: () => void;
  onClose: () => void;
}

export function AskRemove({ title, act, children, onRemove, onClose }: AskRemoveProps) {
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(now) => !now && onClose()} isDismissable>
      <Modal>
        <Dialog className="dlg" role="alertdialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <p className="dim">{children}</p>
          <div className="acts">
            <Button autoFocus onPress={onClose}>
              Keep it
            </Button>
            <Button
              look="primary"
              onPress={() => {
                onClose();
                onRemove();
              }}
            >
              {act}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
