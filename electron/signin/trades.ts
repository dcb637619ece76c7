/**
 * Takes passes from one assertion at STS, at most four calls at once over all sign-ins; each pass for itself.
 * Keeps why the last try for a pass failed. Knows no window and no machine.
 */
import type { Failure } from '../contract/failure.ts';
import type { TradeState } from '../contract/snapshot.ts';
import { AppError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
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
  clock: Clock;
  log: Log;
  toFailure: (error: unknown) => Failure;
}

const MOST_AT_ONCE = 4;

export function createTrades({ settings, sessions, trade, clock, log, toFailure }: Parts): Trades {
  const failures = new Map<string, Failure>();
  const inTurn = createTurns(MOST_AT_ONCE);

  const takeOne = async (order: Order, refused: Refusals, pass: Pass): Promise<TradeState> => {
    const { organisation, assertion } = order;
    try {
      const over = clock.now() >= assertion.validUntil ? new AppError('assertion-expired') : null;
      const known = refused.of(pass) ?? over;
      if (known) throw known;
      const asked = settings.durationFor(pass);
      const taken = await trade(tradeRequest(organisation, assertion, pass, asked));
      if (!order.stillWanted(pass)) throw new AppError('signin-cancelled');
      await sessions.take(pass.id, taken.credentials);
      if (taken.durationSeconds < asked) settings.learnDuration(pass.roleArn, taken.durationSeconds);
      failures.delete(pass.id);
      return { kind: 'saved' };
    } catch (error) {
      refused.learn(pass, error);
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
      const refused = createRefusals();
      await Promise.all(
        order.passes.map((pass) =>
          inTurn(async () => order.settled(pass, await takeOne(order, refused, pass))),
        ),
      );
    },
  };
}

interface Refusals {
  of(pass: Pass): AppError | null;
  learn(pass: Pass, error: unknown): void;
}

/**
 * An assertion that STS refused for good is not sent again: expired, to nobody; not believed by one account's
 * provider, to that provider (another account may hold newer metadata).
 */
function createRefusals(): Refusals {
  const byProvider = new Map<string, AppError>();
  let forAll: AppError | null = null;
  return {
    of: ({ providerArn }) => forAll ?? byProvider.get(providerArn) ?? null,
    learn({ providerArn }, error) {
      if (!(error instanceof AppError)) return;
      if (error.code === 'sts-assertion-expired' || error.code === 'assertion-expired') forAll = error;
      if (error.code === 'sts-assertion-refused') byProvider.set(providerArn, error);
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
