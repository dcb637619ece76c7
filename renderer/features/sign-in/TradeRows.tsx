/** One row a pass: asked for, saved, or refused with words. */
import { useState } from 'react';
import type { PassView, TradeState } from '../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { failureRaw, failureText } from '../../text/failure-text.ts';
import { signinAdministratorText } from '../../text/signin-administrator-text.ts';
import { AskAdministrator } from '../../ui/AskAdministrator.tsx';
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
          <TradeRow key={id} id={id} pass={passes.find((pass) => pass.id === id)} trade={trade} />
        ))}
    </ul>
  );
}

const marks = { pending: 'wait', saved: 'check', failed: 'no' } as const;
const tones = { pending: 'hint', saved: 'is-active', failed: 'is-danger' } as const;

interface TradeRowProps {
  id: string;
  pass: PassView | undefined;
  trade: TradeState;
}

function TradeRow({ id, pass, trade }: TradeRowProps) {
  const { order, clock } = useApi();
  const [at] = useState(() => clock.now());
  const failure = trade.kind === 'failed' ? trade.failure : undefined;
  const words = failure && failureText(failure);
  const raw = failure && failureRaw(failure);
  const ask = failure && signinAdministratorText(failure, pass, at);
  return (
    <li className="trade" data-failure={failure?.code}>
      <span className={tones[trade.kind]}>
        <Icon name={marks[trade.kind]} />
      </span>
      <b>{pass?.label ?? id}</b>
      <div className="grow say-text">
        {trade.kind === 'pending' && <p className="dim">Asking AWS</p>}
        {trade.kind === 'saved' && <p className="dim">Signed in</p>}
        {words && (
          <p>
            {words.title} <span className="dim">{`${words.body} ${words.next}`}</span>
          </p>
        )}
        {ask && <AskAdministrator text={ask} onCopy={(text) => void order('text.copy', { text })} />}
        {raw && <RawAnswer raw={raw} />}
      </div>
    </li>
  );
}
