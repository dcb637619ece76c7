/** The strip at the bottom: files on their way, there only while there are some. Ctrl+J brings the keyboard to it. */
import { useEffect, useRef, useState } from 'react';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';
import { TransferRow } from './TransferRow.tsx';
import './transfers.css';
import { actOnAll } from './transfer-facts.ts';
import { stripWords } from './transfer-words.ts';

export function Transfers() {
  const { transfers } = useSnapshot();
  const [folded, setFolded] = useState(false);
  const strip = useRef<HTMLElement>(null);
  useStripKey(() => {
    if (!strip.current) return false;
    setFolded(false);
    strip.current.focus();
    return true;
  });
  if (transfers.length === 0) return null;
  return (
    <section className="strip" aria-label="Transfers" tabIndex={-1} ref={strip}>
      <div className="strip-head">
        <h2>Transfers</h2>
        <span className="small dim grow cut" role="status">
          {stripWords(transfers)}
        </span>
        <ActOnAll />
        <Button
          look="quiet"
          size="small"
          icon={folded ? 'chevup' : 'chev'}
          aria-label={folded ? 'Unfold the transfers' : 'Fold the transfers'}
          aria-expanded={!folded}
          onPress={() => setFolded(!folded)}
        />
      </div>
      {!folded && (
        <ul className="transfers">
          {transfers.map((transfer) => (
            <TransferRow key={transfer.id} transfer={transfer} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ActOnAll() {
  const { order } = useApi();
  const { transfers } = useSnapshot();
  const all = actOnAll(transfers);
  if (!all || transfers.length < 2) return null;
  const { act, ids } = all;
  return (
    <Button
      look="quiet"
      size="small"
      onPress={() => {
        for (const transfer of ids) void order('transfer.act', { transfer, what: act });
      }}
    >
      {act === 'pause' ? 'Pause all' : 'Resume all'}
    </Button>
  );
}

/** Ctrl or ⌘ with J, from anywhere but a dialog. `onKey` answers whether it did something. */
function useStripKey(onKey: () => boolean) {
  const newest = useRef(onKey);
  newest.current = onKey;
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.defaultPrevented || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'j') return;
      if (!event.ctrlKey && !event.metaKey) return;
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="alertdialog"]'))
        return;
      if (newest.current()) event.preventDefault();
    }
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
