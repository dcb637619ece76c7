/** The diagnostics to read before they are copied: what is shown is what is copied, word for word. */
import { useEffect, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useApi } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';

export function DiagnosticsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <ModalOverlay className="veil" isOpen={open} onOpenChange={(now) => !now && onClose()} isDismissable>
      <Modal>
        <Dialog className="dlg diagnostics">
          <Diagnostics onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Diagnostics({ onClose }: { onClose: () => void }) {
  const { order } = useApi();
  const [text, setText] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    void order('diagnostics.read', {}).then((answer) => answer.ok && setText(answer.value.text));
  }, [order]);
  const copy = async () => setCopied((await order('diagnostics.copy', {})).ok);
  return (
    <>
      <Heading slot="title" level={2}>
        Diagnostics
      </Heading>
      <p className="dim">
        Versions, hosts, names of passes, what happened last, and the end of the log. No password, no key, no
        token and no sign-in answer is in it. Read it before you send it to anybody.
      </p>
      <textarea className="code" readOnly aria-label="Diagnostics" value={text ?? 'Reading …'} />
      <div className="acts">
        <span className="grow small dim" role="status">
          {copied && 'Copied.'}
        </span>
        <Button look="quiet" onPress={onClose}>
          Close
        </Button>
        {/* Anew once there is something to copy, so that it takes the focus then. */}
        <Button
          key={String(text === null)}
          look="primary"
          autoFocus
          isDisabled={text === null}
          onPress={() => void copy()}
        >
          Copy
        </Button>
      </div>
    </>
  );
}
