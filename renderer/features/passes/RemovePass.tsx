/** Asks once before a pass and its session are forgotten. */
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';

export function RemovePass({ pass, open, onClose }: { pass: PassView; open: boolean; onClose: () => void }) {
  const { order } = useApi();
  return (
    <ModalOverlay className="veil" isOpen={open} onOpenChange={(now) => !now && onClose()} isDismissable>
      <Modal>
        <Dialog className="dlg" role="alertdialog">
          <Heading slot="title" level={2}>
            Remove {pass.label}?
          </Heading>
          <p className="dim">
            Its session ends and is taken out of the keychain. Your role at AWS stays as it is; the next
            sign-in can bring the pass back.
          </p>
          <div className="acts">
            <Button autoFocus onPress={onClose}>
              Keep it
            </Button>
            <Button
              look="primary"
              onPress={() => {
                onClose();
                void order('pass.remove', { pass: pass.id });
              }}
            >
              Remove pass
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
