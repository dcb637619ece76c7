/**
 * Runs sign-ins, one for each organisation at a time: one of them on screen, where a person is, and any number
 * of renewals that nobody sees. Starting again joins what runs.
 */
import type { Failure } from '../contract/failure.ts';
import { AppError } from '../lib/app-error.ts';
import { type Attempt, type AttemptParts, createAttempt } from './attempt.ts';
import type { ChosenOffer } from './chosen-offers.ts';
import { isRunning, type SigninState } from './machine.ts';
import type { RoleWishes } from './role-steps.ts';
import type { TradeAtSts } from './sts.ts';
import { createTrades } from './trades.ts';

export interface SigninService {
  /** The sign-in on screen. */
  state(): SigninState;
  /** `choose`: offer the picker although passes are pinned. Answers once the window is on its way. */
  start(organisation: string, options?: { choose?: boolean }): void;
  /** The person agrees to an answer unlike those before. */
  confirm(): void;
  choose(offers: readonly ChosenOffer[]): void;
  cancel(): void;
  /** Ends a sign-in of this organisation, also while AWS is asked; resolves when nothing of it can come any more. */
  stop(organisation: string): Promise<void>;
  show(): void;
  dismiss(): void;
  /** Why the last try for a pass failed. */
  failureOf(pass: string): Failure | null;
  /** Takes these passes anew without a person and never shows anything; answers the state it ended in. */
  renew(organisation: string, passes: readonly string[]): Promise<SigninState>;
  isRenewing(pass: string): boolean;
  /** The end of what runs for this organisation, on screen or not; null when nothing does. */
  running(organisation: string): Promise<SigninState> | null;
  /**
   * A sign-in with a person, begun or joined, after another organisation's where one is on screen; its end. `forTool`:
   * passes that were signed out by hand stay signed out.
   */
  signInTo(organisation: string, options?: { forTool?: boolean }): Promise<SigninState>;
  /** Ends what waits for an identity provider without a person: the machine goes to sleep. */
  cancelRenewals(): void;
}

interface Parts extends Omit<AttemptParts, 'trades'> {
  trade: TradeAtSts;
}

export function createSigninService(parts: Parts): SigninService {
  const trades = createTrades(parts);
  /** The last attempt of each organisation. */
  const attempts = new Map<string, Attempt>();
  let onScreen: Attempt | null = null;
  let count = 0;

  const create = (id: string, wishes: RoleWishes & { forTool: boolean }): Attempt => {
    const organisation = parts.settings.organisation(id);
    if (!organisation) throw new AppError('unknown-organisation', { retry: 'never', subject: id });
    const attempt = createAttempt({ ...parts, trades }, { id: ++count, organisation, ...wishes });
    attempts.set(id, attempt);
    return attempt;
  };
  const runningOf = (organisation: string) => runs(attempts.get(organisation));

  const start: SigninService['start'] = (id, { choose = false } = {}) =>
    begin(id, { choose, forTool: false });
  const begin = (id: string, wishes: { choose: boolean; forTool: boolean }) => {
    const { choose } = wishes;
    if (runs(onScreen)) return onScreen?.show();
    const silent = runningOf(id);
    if (silent?.state().kind === 'trading') return startAfter(silent, id, choose);
    onScreen = silent ?? create(id, { ...wishes, renew: null });
    if (silent) silent.takeOver(choose);
    else onScreen.open();
  };
  /** A renewal that is with AWS already is over in a moment. */
  const startAfter = (silent: Attempt, id: string, choose: boolean) =>
    void silent.over
      .then(() => start(id, { choose }))
      .catch((error: unknown) => parts.log('sign-in not started', { organisation: id, error }));

  return {
    start,
    state: () => onScreen?.state() ?? { kind: 'idle' },
    failureOf: trades.failureOf,
    confirm() {
      if (!onScreen) throw new AppError('assertion-expired');
      onScreen.confirm();
    },
    choose(offers) {
      if (!onScreen) throw new AppError('assertion-expired');
      onScreen.choose(offers);
    },
    cancel: () => onScreen?.cancel(),
    stop: async (organisation) => runningOf(organisation)?.stop(),
    show: () => runs(onScreen)?.show(),
    dismiss: () => onScreen?.dismiss(),
    async renew(organisation, passes) {
      if (runningOf(organisation)) throw new AppError('busy');
      const attempt = create(organisation, { choose: false, renew: passes, forTool: false });
      attempt.open();
      return attempt.over;
    },
    running: (organisation) => runningOf(organisation)?.over ?? null,
    async signInTo(id, { forTool = false } = {}) {
      for (let other = runs(onScreen); other && other !== attempts.get(id); other = runs(onScreen)) {
        other.show();
        await other.over;
      }
      const trading = runningOf(id);
      if (trading?.state().kind === 'trading') return trading.over;
      begin(id, { choose: false, forTool });
      const begun = attempts.get(id);
      if (!begun) throw new AppError('internal');
      return begun.over;
    },
    isRenewing: (pass) => [...attempts.values()].some((each) => runs(each)?.renewing()?.includes(pass)),
    cancelRenewals: () => {
      for (const attempt of attempts.values()) if (attempt.renewing() !== null) attempt.cancel();
    },
  };
}

function runs(attempt: Attempt | null | undefined): Attempt | null {
  return attempt && isRunning(attempt.state()) ? attempt : null;
}
