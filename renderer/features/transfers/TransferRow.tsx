/** One transfer: what and where, how far, and what can be done about it. */
import type { TransferView } from '../../../electron/contract/snapshot.ts';
import { isOver } from '../../../electron/contract/under-way.ts';
import { useSnapshot } from '../../bridge/use-api.ts';
import { nameWords, placeWords } from '../../text/transfer-names.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Middle } from '../../ui/Middle.tsx';
import { DeniedFile } from './DeniedFile.tsx';
import { FailedFiles } from './FailedFiles.tsx';
import { RenamedFiles } from './RenamedFiles.tsx';
import { type AnswerDialog, TransferActs } from './TransferActs.tsx';
import { onlyFailure } from './transfer-facts.ts';
import { transferShare, transferWords } from './transfer-words.ts';

export function TransferRow({ transfer, answer }: { transfer: TransferView; answer: AnswerDialog }) {
  const { passes } = useSnapshot();
  const pass = passes.find(({ id }) => id === transfer.pass);
  const words = transferWords(transfer);
  const failure = onlyFailure(transfer);
  const { failures = [], renamed } = transfer.progress ?? {};
  return (
    <li className="tx" data-failure={failure?.code} data-transfer={transfer.progress?.state.kind ?? 'queued'}>
      <Icon name={transfer.kind === 'upload' ? 'up' : 'down'} />
      <div className="tx-what">
        <Middle text={nameWords(transfer)} />
        <small className="cut">
          {placeWords(transfer)}
          {pass && `, pass ${pass.label}`}
        </small>
      </div>
      <Bar transfer={transfer} />
      <div className="small dim tx-words" role={isOver(transfer) ? 'status' : undefined}>
        <p className={words.wrong ? 'is-danger' : ''}>{words.main}</p>
        <span title={words.under}>{words.under}</span>
      </div>
      <TransferActs transfer={transfer} pass={pass} answer={answer} />
      {failure?.denial && pass && (
        <DeniedFile transfer={transfer} name={failures[0]?.name ?? ''} failure={failure} pass={pass} />
      )}
      {!failure && failures.length > 0 && <FailedFiles transfer={transfer} pass={pass} />}
      {renamed && renamed.count > 0 && <RenamedFiles renamed={renamed} />}
    </li>
  );
}

/** The rest of what waits is not there yet: holes. */
function Bar({ transfer }: { transfer: TransferView }) {
  const { progress } = transfer;
  const share = progress && transferShare(progress);
  const percent = share === null ? undefined : Math.floor(share * 100);
  const moves = progress?.state.kind === 'running';
  const whole = progress?.state.kind === 'finished' && progress.files.failed === 0;
  return (
    <div
      className={`bar${moves ? ' moving' : whole ? '' : ' stopped'}`}
      role="progressbar"
      aria-label={nameWords(transfer)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <b style={{ width: `${percent ?? 0}%` }} />
    </div>
  );
}
