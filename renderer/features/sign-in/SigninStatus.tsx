/**
 * What the sign-in is doing, in the main window: as a line while there is a list to keep, as a panel
 * when there is none.
 */
import type { Snapshot, TradeState } from '../../../electron/contract/snapshot.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { failureRaw, failureText } from '../../text/failure-text.ts';
import { counted } from '../../text/format.ts';
import { waitingText } from '../../text/second-road-text.ts';
import { Button } from '../../ui/Button.tsx';
import { SayLine, SayPanel } from '../../ui/Say.tsx';
import { ConfirmLine } from './ConfirmAnswer.tsx';
import { hasChoice } from './picker-memory.ts';
import { TradeRows } from './TradeRows.tsx';
import { tradesFailed, tradesMayHelp, tradesOpen } from './trades.ts';

/** True while `SigninStatus` has something to say. */
export function signinSpeaks({ signin }: Snapshot): boolean {
  if (signin.kind === 'done') return tradesFailed(signin.passes) > 0;
  return ['waitingForIdp', 'confirming', 'trading', 'failed'].includes(signin.kind);
}

export function SigninStatus({ as }: { as: 'line' | 'panel' }) {
  const snapshot = useSnapshot();
  const { signin } = snapshot;
  if (!signinSpeaks(snapshot)) return null;
  switch (signin.kind) {
    case 'waitingForIdp':
      return <Waiting as={as} />;
    case 'confirming':
      return <ConfirmLine signin={signin} />;
    case 'trading':
    case 'done':
      return <Trading as={as} trades={signin.passes} organisation={signin.organisation} />;
    case 'failed':
      return <Failed as={as} />;
    default:
      return null;
  }
}

function Waiting({ as }: { as: 'line' | 'panel' }) {
  const { order } = useApi();
  const { signin } = useSnapshot();
  if (signin.kind !== 'waitingForIdp') return null;
  const { title, body } = waitingText(signin.where);
  const Say = as === 'line' ? SayLine : SayPanel;
  return (
    <Say
      icon="window"
      title={title}
      body={body}
      acts={
        <>
          <Button
            look={as === 'panel' ? 'primary' : 'plain'}
            size={as === 'line' ? 'small' : 'normal'}
            onPress={() => order('signin.show', {})}
          >
            Show it
          </Button>
          <Button
            look="quiet"
            size={as === 'line' ? 'small' : 'normal'}
            onPress={() => order('signin.cancel', {})}
          >
            Cancel
          </Button>
        </>
      }
    />
  );
}

interface TradingProps {
  as: 'line' | 'panel';
  trades: Record<string, TradeState>;
  organisation: string;
}

function Trading({ as, trades, organisation }: TradingProps) {
  const { order } = useApi();
  const count = Object.keys(trades).length;
  const [open, failed] = [tradesOpen(trades), tradesFailed(trades)];
  const saved = count - open - failed;
  const title =
    open > 0 ? `Signing in to ${counted(count, 'pass', 'passes')}.` : `Signed in to ${saved} of ${count}.`;
  if (as === 'line' && failed === 0) return <SayLine icon="ticket" title={title} body={`${saved} done.`} />;
  return (
    <section className={as === 'line' ? 'line trades' : 'say trades'} role="status">
      <div className="row">
        <h2 className="grow">{title}</h2>
        {open === 0 && (
          <>
            <Button
              look={as === 'panel' && tradesMayHelp(trades) ? 'primary' : 'plain'}
              size="small"
              onPress={() => order('signin.start', { organisation })}
            >
              Try again
            </Button>
            <Button look="quiet" size="small" onPress={() => order('signin.dismiss', {})}>
              Close
            </Button>
          </>
        )}
      </div>
      <TradeRows trades={trades} onlyFailed={as === 'line'} />
    </section>
  );
}

function Failed({ as }: { as: 'line' | 'panel' }) {
  const { order } = useApi();
  const { signin } = useSnapshot();
  if (signin.kind !== 'failed') return null;
  const { failure, organisation } = signin;
  const words = failureText(failure);
  const Say = as === 'line' ? SayLine : SayPanel;
  const size = as === 'line' ? 'small' : 'normal';
  const tone =
    failure.code === 'signin-window-closed' || failure.code === 'signin-cancelled' ? 'plain' : 'danger';
  return (
    <Say
      icon={tone === 'plain' ? 'info' : 'alert'}
      tone={tone}
      title={words.title}
      body={`${words.body} ${words.next}`}
      raw={failureRaw(failure)}
      failure={failure.code}
      acts={
        <>
          <Button
            look={as === 'panel' && failure.retry !== 'never' ? 'primary' : 'plain'}
            size={size}
            // The picker comes again, with the choice that came too late.
            onPress={() => order('signin.start', { organisation, choose: hasChoice(organisation) })}
          >
            Try again
          </Button>
          <Button look="quiet" size={size} onPress={() => order('signin.dismiss', {})}>
            Close
          </Button>
        </>
      }
    />
  );
}
