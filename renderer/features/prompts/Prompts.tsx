/** What the company's network asks the person, one at a time, above whatever the main window shows. */
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { AskCertificate } from './AskCertificate.tsx';
import { AskPassword } from './AskPassword.tsx';
import './prompts.css';

export function Prompts() {
  const { order } = useApi();
  const [prompt] = useSnapshot().prompts;
  if (!prompt) return null;
  const refuse = () => void order('prompt.refuse', { prompt: prompt.id });
  return (
    <ModalOverlay
      // A new one begins with empty fields.
      key={prompt.id}
      className="veil"
      isOpen
      onOpenChange={(open) => !open && refuse()}
    >
      <Modal>
        <Dialog className="dlg prompt" data-prompt={prompt.kind}>
          {prompt.kind === 'clientCertificate' ? (
            <AskCertificate prompt={prompt} refuse={refuse} />
          ) : (
            <AskPassword prompt={prompt} refuse={refuse} />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
