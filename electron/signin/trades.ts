/**
 * Takes passes from one assertion at STS, at most four calls at once over all sign-ins; each pass for itself.
 * Keeps why the last try for a pass failed. Knows no window and no machine.
 */
import type { Failure } from '../contract/failure.ts';
import type { TradeState } from '../contract/snapshot.ts';
import { AppError } from '../lib/app-error.ts';
import type { Log } from '../lib/log.ts';
import type { Sessions } from '../session/service.ts';
import type { Organisation, Pass } from '../settings/schema.ts';
import type { SettingsService } from '../settings/service.ts';
import type { Assertion } from './assertion.ts';
import type { TradeAtSts } from './sts.ts';
import { tradeRequest } from './trade-request.ts';

interface Order {
  organisation: Organisation;
  assertion: Assertion;
  /** Whether AWS would still take it. */
  stillGood: () => boolean;
  passes: readonly Pass[];
  /** Asked again when STS has answered: a pass may have been signed out or removed meanwhile. */
  stillWanted: (pass: Pass) => boolean;
  settled: (pass: Pass, result: TradeState) => void;
}

export interface Trades {
  /** Resolves when every pass has settled. */
  take(order: Order): Promise<void>;
  /** Why the last try for a pass failed. */
  failureOf(pass: string): Failure | null;
  /** A failure that is known without asking STS. */
  note(pass: Pass, failure: Failure): void;
}

interface Parts {
  settings: SettingsService;
  sessions: Sessions;
  trade: TradeAtSts;
  log: Log;
  toFailure: (error: unknown) => Failure;
}

const MOST_AT_ONCE = 4;

export function createTrades({ settings, sessions, trade, log, toFailure }: Parts): Trades {
  const failures = new Map<string, Failure>();
  const inTurn = createTurns(MOST_AT_ONCE);

  const takeOne = async (order: Order, pass: Pass): Promise<TradeState> => {
    const { organisation, assertion, stillGood } = order;
    try {
      if (!stillGood()) throw new AppError('assertion-expired');
      const request = tradeRequest(organisation, assertion, pass, settings.durationFor(pass), stillGood);
      const taken = await trade(request);
      if (!order.stillWanted(pass)) throw new AppError('signin-cancelled');
      await sessions.take(pass.id, taken.credentials);
      const asked = request.durationSeconds;
      if (taken.durationSeconds < asked) settings.learnDuration(pass.roleArn, taken.durationSeconds, asked);
      failures.delete(pass.id);
      return { kind: 'saved' };
    } catch (error) {
      const failure = toFailure(error);
      log('pass not taken', { pass: pass.id, code: failure.code, error });
      if (failure.code !== 'signin-cancelled') failures.set(pass.id, failure);
      return { kind: 'failed', failure };
    }
  };

  return {
    failureOf: (pass) => failures.get(pass) ?? null,
    note: (pass, failure) => void failures.set(pass.id, failure),
    async take(order) {
      await Promise.all(
        order.passes.map((pass) => inTurn(async () => order.settled(pass, await takeOne(order, pass)))),
      );
    },
  };
}

/** Runs what it is given, at most so many at once, first come first served. */
function createTurns(most: number): (work: () => Promise<void>) => Promise<void> {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((mine) => waiting.push(mine));
    try {
      await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
