/** One row a pass: asked for, saved, or refused with words. */
import type { TradeState } from '../../../electron/contract/snapshot.ts';
import { useSnapshot } from '../../bridge/use-api.ts';
import { failureRaw, failureText } from '../../text/failure-text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { RawAnswer } from '../../ui/Say.tsx';
import './status.css';

export function TradeRows({
  trades,
  onlyFailed,
}: {
  trades: Record<string, TradeState>;
  onlyFailed: boolean;
}) {
  const { passes } = useSnapshot();
  return (
    <ul className="trade-rows">
      {Object.entries(trades)
        .filter(([, trade]) => !onlyFailed || trade.kind === 'failed')
        .map(([id, trade]) => (
          <TradeRow key={id} label={passes.find((pass) => pass.id === id)?.label ?? id} trade={trade} />
        ))}
    </ul>
  );
}

const marks = { pending: 'wait', saved: 'check', failed: 'no' } as const;
const tones = { pending: 'hint', saved: 'is-active', failed: 'is-danger' } as const;

function TradeRow({ label, trade }: { label: string; trade: TradeState }) {
  const failure = trade.kind === 'failed' ? trade.failure : undefined;
  const words = failure && failureText(failure);
  const raw = failure && failureRaw(failure);
  return (
    <li className="trade" data-failure={failure?.code}>
      <span className={tones[trade.kind]}>
        <Icon name={marks[trade.kind]} />
      </span>
      <b>{label}</b>
      <div className="grow say-text">
        {trade.kind === 'pending' && <p className="dim">Asking AWS</p>}
        {trade.kind === 'saved' && <p className="dim">Signed in</p>}
        {words && (
          <p>
            {words.title} <span className="dim">{`${words.body} ${words.next}`}</span>
          </p>
        )}
        {raw && <RawAnswer raw={raw} />}
      </div>
    </li>
  );
}
