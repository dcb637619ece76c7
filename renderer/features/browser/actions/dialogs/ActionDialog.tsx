/**
 * The frame of every dialog that changes something in S3: title, fields, one primary that says what it does and to how
 * many. In a guarded pass it carries the line of the guard and wants the bucket's name typed.
 */
import { type FormEvent, type ReactNode, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../../../ui/Button.tsx';
import { TypeName } from '../TypeName.tsx';
import './dialogs.css';

interface ActionDialogProps {
  title: string;
  /** On the primary button, with the number of what it does. */
  act: string;
  ready: boolean;
  /** Name of the bucket that must be typed; null: nothing must. */
  guarded: string | null;
  /** Something goes: the keyboard begins at *Cancel*. */
  careful?: boolean;
  wide?: boolean;
  children: ReactNode;
  /** Beside the buttons, on the left. */
  aside?: ReactNode;
  onAct: (typed: string | null) => void;
  onClose: () => void;
}

export function ActionDialog(props: ActionDialogProps) {
  const {
    title,
    act,
    ready,
    guarded,
    careful = false,
    wide = false,
    children,
    aside,
    onAct,
    onClose,
  } = props;
  const [typed, setTyped] = useState('');
  const confirmed = guarded === null || typed === guarded;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!ready || !confirmed) return;
    onClose();
    onAct(guarded === null ? null : typed);
  }
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(now) => !now && onClose()} isDismissable={careful}>
      <Modal>
        <Dialog className={`dlg act-dlg${wide ? ' wide' : ''}`} role={careful ? 'alertdialog' : 'dialog'}>
          {guarded !== null && <div className="guard-line" aria-hidden="true" />}
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <form onSubmit={submit}>
            {children}
            {guarded !== null && <TypeName name={guarded} value={typed} onChange={setTyped} />}
            <div className="acts">
              {aside && <div className="grow">{aside}</div>}
              <Button autoFocus={careful} onPress={onClose}>
                Cancel
              </Button>
              <Button type="submit" look="primary" isDisabled={!ready || !confirmed}>
                {act}
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
