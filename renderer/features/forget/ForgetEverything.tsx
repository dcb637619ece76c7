/** *Forget everything*: says what goes and what stays, and asks once. A section of its own, wherever it stands. */
import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useApi } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';
import './forget.css';

export function ForgetEverything() {
  const [asking, ask] = useState(false);
  return (
    <>
      <Button onPress={() => ask(true)}>Forget everything…</Button>
      <Question open={asking} onClose={() => ask(false)} />
    </>
  );
}

function Question({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { order } = useApi();
  return (
    <ModalOverlay className="veil" isOpen={open} onOpenChange={(now) => !now && onClose()} isDismissable>
      <Modal>
        <Dialog className="dlg" role="alertdialog">
          <Heading slot="title" level={2}>
            Forget everything on this computer?
          </Heading>
          <p className="dim">These go at once, and can’t be brought back:</p>
          <ul className="forget-list dim">
            <li>all sessions, and their entries in the keychain</li>
            <li>what your company’s sign-in pages left here, so that they ask for your password again</li>
            <li>your organisations, passes and preferences</li>
            <li>what Daypass has learned, and its log</li>
          </ul>
          <p className="dim">
            Your roles at AWS, files you saved and what your administrator set for this computer stay as they
            are.
          </p>
          <div className="acts">
            <Button autoFocus onPress={onClose}>
              Keep it all
            </Button>
            <Button
              look="primary"
              onPress={() => {
                onClose();
                void order('app.forgetEverything', {});
              }}
            >
              Forget everything
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
