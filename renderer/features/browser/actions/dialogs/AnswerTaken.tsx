/** What becomes of files whose name is taken: one answer for all of them, and those that come. */
import { useState } from 'react';
import type { PassView, TransferView } from '../../../../../electron/contract/snapshot.ts';
import type { ConflictAnswer } from '../../../../../electron/contract/transfer.ts';
import { useApi } from '../../../../bridge/use-api.ts';
import { counted, formatCount } from '../../../../text/format.ts';
import { nameWords, placeWords } from '../../../../text/transfer-names.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { answerChoices } from './conflict-choices.ts';
import { OneOf } from './fields.tsx';

interface AnswerTakenProps {
  transfer: TransferView;
  /** Undefined: it is gone. */
  pass: PassView | undefined;
  onClose: () => void;
}

export function AnswerTaken({ transfer, pass, onClose }: AnswerTakenProps) {
  const { order } = useApi();
  const [conflict, setConflict] = useState<ConflictAnswer>('keepBoth');
  const { count = 0, names = [] } = transfer.progress?.taken ?? {};
  const writesOver = transfer.kind === 'upload' && (conflict === 'replace' || conflict === 'compare');
  const where = transfer.kind === 'upload' ? 'in the bucket' : 'on this computer';
  return (
    <ActionDialog
      title={`${counted(count, 'name')} ${count === 1 ? 'is' : 'are'} taken`}
      act={`Go on with ${formatCount(count)}`}
      ready
      guarded={pass?.guarded && writesOver ? transfer.bucket : null}
      onAct={() => void order('transfer.answer', { transfer: transfer.id, conflict })}
      onClose={onClose}
    >
      <p>
        {nameWords(transfer)} {placeWords(transfer)}: under {count === 1 ? 'this name' : 'these names'} there
        is something {where} already.
      </p>
      <ul className="taken-names mono small">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
        {count > names.length && <li className="dim">and {formatCount(count - names.length)} more</li>}
      </ul>
      <OneOf
        label="What becomes of them, and of those still found"
        value={conflict}
        choices={answerChoices(transfer.kind)}
        onChange={setConflict}
      />
    </ActionDialog>
  );
}
