/** Counting the trades of one sign-in. Pure. */
import type { TradeState } from '../../../electron/contract/snapshot.ts';

const count = (trades: Record<string, TradeState>, kind: TradeState['kind']) =>
  Object.values(trades).filter((trade) => trade.kind === kind).length;

export const tradesOpen = (trades: Record<string, TradeState>) => count(trades, 'pending');
export const tradesFailed = (trades: Record<string, TradeState>) => count(trades, 'failed');

/** False when every refusal would be the same again. */
export const tradesMayHelp = (trades: Record<string, TradeState>) =>
  Object.values(trades).some((trade) => trade.kind === 'failed' && trade.failure.retry !== 'never');
