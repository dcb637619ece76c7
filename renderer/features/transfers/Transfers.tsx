/** The strip at the bottom: files on their way, there only while there are some. Ctrl+J brings the keyboard to it. */
import { useEffect, useRef, useState } from 'react';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';
import type { AnswerDialog } from './TransferActs.tsx';
import { TransferRow } from './TransferRow.tsx';
import './transfers.css';
import { actsOnAll } from './transfer-facts.ts';
import { limitWords, pageWords, stripWords } from './transfer-words.ts';

/** As many as the snapshot tells. */
const PAGE = 100;

export function Transfers({ answer }: { answer: AnswerDialog }) {
  const { transfers, transferTotals, preferences } = useSnapshot();
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
          {[stripWords(transferTotals), limitWords(preferences)].filter(Boolean).join(' · ')}
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
            <TransferRow key={transfer.id} transfer={transfer} answer={answer} />
          ))}
        </ul>
      )}
      {!folded && <Pages />}
    </section>
  );
}

const allWords = { pause: 'Pause all', resume: 'Resume all', dismiss: 'Clear what is over' };

function ActOnAll() {
  const { order } = useApi();
  const { transferTotals } = useSnapshot();
  if (transferTotals.count < 2) return null;
  return actsOnAll(transferTotals).map((what) => (
    <Button key={what} look="quiet" size="small" onPress={() => void order('transfer.actOnAll', { what })}>
      {allWords[what]}
    </Button>
  ));
}

/** Of very many, a hundred are on screen. */
function Pages() {
  const { order } = useApi();
  const { transfers, transferTotals } = useSnapshot();
  const words = pageWords(transferTotals, transfers.length);
  if (words === null) return null;
  const { from, count } = transferTotals;
  const look = (where: number) => void order('transfer.look', { from: Math.max(0, where) });
  return (
    <div className="transfer-pages small dim">
      <Button look="quiet" size="small" isDisabled={from === 0} onPress={() => look(from - PAGE)}>
        Earlier ones
      </Button>
      {words}
      <Button
        look="quiet"
        size="small"
        isDisabled={from + transfers.length >= count}
        onPress={() => look(from + PAGE)}
      >
        Later ones
      </Button>
    </div>
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
