/** The buttons of one transfer. */
import { type ComponentType, useState } from 'react';
import type { PassView, TransferView } from '../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { counted, formatCount } from '../../text/format.ts';
import { nameWords } from '../../text/transfer-names.ts';
import { Button } from '../../ui/Button.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { actsOn, type TransferOffer } from './transfer-facts.ts';

/** Asks what becomes of names that are taken. */
export type AnswerDialog = ComponentType<{
  transfer: TransferView;
  pass: PassView | undefined;
  onClose: () => void;
}>;

interface TransferActsProps {
  transfer: TransferView;
  /** Undefined: it is gone. */
  pass: PassView | undefined;
  answer: AnswerDialog;
}

export function TransferActs({ transfer, pass, answer }: TransferActsProps) {
  const { transferTotals } = useSnapshot();
  const turns = (transferTotals.states.queued ?? 0) > 1;
  const acts = actsOn(transfer, pass ? pass.session.kind === 'active' : null, turns);
  return (
    <div className="tx-acts">
      {acts.map((act) => (
        <Act key={act} act={act} transfer={transfer} pass={pass} answer={answer} />
      ))}
    </div>
  );
}

const bare: Partial<Record<TransferOffer, { icon: IconName; verb: string }>> = {
  pause: { icon: 'pause', verb: 'Pause' },
  resume: { icon: 'play', verb: 'Resume' },
  earlier: { icon: 'chevup', verb: 'Move up' },
  later: { icon: 'chev', verb: 'Move down' },
  cancel: { icon: 'x', verb: 'Cancel' },
  dismiss: { icon: 'x', verb: 'Dismiss' },
};

function Act({ act, transfer, pass, answer }: TransferActsProps & { act: TransferOffer }) {
  const { order } = useApi();
  const { signin } = useSnapshot();
  if (act === 'signIn')
    return (
      <Button
        size="small"
        isDisabled={signin.kind === 'waitingForIdp' || signin.kind === 'trading'}
        onPress={() => void order('signin.start', { organisation: pass?.organisation ?? '' })}
      >
        Sign in
      </Button>
    );
  if (act === 'answer') return <Answer transfer={transfer} pass={pass} answer={answer} />;
  const go = () => void order('transfer.act', { transfer: transfer.id, what: act });
  if (act === 'first')
    return (
      <Button look="quiet" size="small" aria-label={`Do next: ${nameWords(transfer)}`} onPress={go}>
        Do next
      </Button>
    );
  const button = bare[act];
  if (!button)
    return (
      <Button size="small" icon="refresh" onPress={go}>
        {againWords(transfer)}
      </Button>
    );
  const name = nameWords(transfer);
  return (
    <Button look="quiet" size="small" icon={button.icon} aria-label={`${button.verb} ${name}`} onPress={go} />
  );
}

function Answer({ transfer, pass, answer: Dialog }: TransferActsProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {counted(transfer.progress?.taken.count ?? 0, 'taken name')}…
      </Button>
      {open && <Dialog transfer={transfer} pass={pass} onClose={() => setOpen(false)} />}
    </>
  );
}

function againWords({ progress }: TransferView): string {
  const failed = progress?.state.kind === 'finished' ? progress.files.failed : 0;
  return failed > 1 ? `Try the ${formatCount(failed)} again` : 'Try it again';
}
