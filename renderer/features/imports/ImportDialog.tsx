/** What a file holds, to be agreed to: new things first, then what stays as it is and what can't be taken. */
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { ImportItem, ImportPreview } from '../../../electron/contract/import-preview.ts';
import { useApi } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Middle } from '../../ui/Middle.tsx';
import { takeWords, verdictWords } from './import-words.ts';

const ORDER = ['new', 'refused', 'clash', 'same'] as const;

export function ImportDialog({ preview, onClose }: { preview: ImportPreview; onClose: () => void }) {
  const { order } = useApi();
  const fresh = preview.items.filter(({ verdict }) => verdict.kind === 'new');
  const sorted = ORDER.flatMap((kind) => preview.items.filter(({ verdict }) => verdict.kind === kind));
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(now) => !now && onClose()} isDismissable>
      <Modal>
        <Dialog className="dlg import-dlg">
          <Heading slot="title" level={2}>
            {fresh.length > 0 ? 'Bring this in?' : 'Nothing new in this file'}
          </Heading>
          <p className="dim small">
            <Middle text={preview.file} />
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <ul className="import-list" tabIndex={0} aria-label="What the file holds">
            {sorted.map((item) => (
              <ItemRow key={`${item.kind} ${item.line} ${item.name} ${item.detail}`} item={item} />
            ))}
          </ul>
          {fresh.some(({ kind }) => kind === 'role') && (
            <p className="small dim">
              Roles become passes at the next sign-in that offers them: they are ticked there already.
            </p>
          )}
          <div className="acts">
            <Button autoFocus={fresh.length === 0} onPress={onClose}>
              {fresh.length > 0 ? 'Cancel' : 'Close'}
            </Button>
            {fresh.length > 0 && (
              <Button
                look="primary"
                autoFocus
                onPress={() => {
                  onClose();
                  void order('import.take', { preview: preview.id });
                }}
              >
                {takeWords(fresh)}
              </Button>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function ItemRow({ item }: { item: ImportItem }) {
  const { verdict } = item;
  const icon = { organisation: 'key', pass: 'ticket', role: 'ticket' } as const;
  return (
    <li className="import-item" data-verdict={verdict.kind}>
      <Icon name={verdict.kind === 'refused' ? 'no' : icon[item.kind]} />
      <span className="grow">
        <b className="cut">{item.name}</b>
        <small>
          <Middle text={item.detail || '(empty)'} />
        </small>
        {verdict.kind !== 'new' && <small className="import-why">{verdictWords(item)}</small>}
      </span>
      <span className="badge">{verdict.kind === 'new' ? 'new' : `line ${item.line}`}</span>
    </li>
  );
}
