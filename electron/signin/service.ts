/**
 * Runs sign-ins: opens the login window, reads the answer, trades it for every pass, saves, and reports each
 * step to the machine. One at a time; starting again joins the one that runs.
 */
import type { Failure } from '../contract/failure.ts';
import { AppError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Sessions } from '../session/service.ts';
import type { Organisation, Pass } from '../settings/schema.ts';
import type { SettingsService } from '../settings/service.ts';
import { type Assertion, readAssertion } from './assertion.ts';
import { type ChosenOffer, checkChosen, keepChosen } from './chosen-offers.ts';
import { type Login, type OpenLogin, placeOf } from './login.ts';
import { isRunning, type SigninEvent, type SigninState, transition } from './machine.ts';
import type { TradeAtSts } from './sts.ts';
import { tradeRequest } from './trade-request.ts';

export interface SigninService {
  state(): SigninState;
  /** `choose`: offer the picker although passes are pinned. Answers once the window is on its way. */
  start(organisation: string, options?: { choose?: boolean }): void;
  choose(offers: readonly ChosenOffer[]): void;
  cancel(): void;
  show(): void;
  dismiss(): void;
  /** Why the last try for a pass failed. */
  failureOf(pass: string): Failure | null;
}

interface Parts {
  settings: SettingsService;
  sessions: Sessions;
  openLogin: OpenLogin;
  trade: TradeAtSts;
  clock: Clock;
  log: Log;
  /** Why an organisation can't be served here, if so. */
  refusalOf: (organisation: Organisation) => Failure | null;
  toFailure: (error: unknown) => Failure;
  /** The keychain may start while the person types. */
  warm: () => void;
  changed: () => void;
  /** Asked when the person has to act in the main window: roles to choose, or a failure to read. */
  needsAttention: () => void;
}

const MOST_TRADES_AT_ONCE = 4;

interface Running {
  attempt: number;
  organisation: Organisation;
  login: Login;
  choose: boolean;
  /** SECURITY: held only while roles are chosen, and dropped when AWS would not take it any more. */
  assertion: Assertion | null;
  callOff: () => void;
}

export function createSigninService(parts: Parts): SigninService {
  const { settings, sessions, clock, log } = parts;
  const failures = new Map<string, Failure>();
  let state: SigninState = { kind: 'idle' };
  let running: Running | null = null;
  let attempts = 0;

  const dispatch = (event: SigninEvent) => {
    const next = transition(state, event);
    if (next === state) return;
    state = next;
    parts.changed();
  };
  const finish = (run: Running) => {
    run.callOff();
    run.assertion = null;
    if (running === run) running = null;
  };
  const fail = (run: Running, error: unknown) => {
    const failure = parts.toFailure(error);
    log('sign-in failed', { organisation: run.organisation.id, code: failure.code, error });
    dispatch({ kind: 'failed', attempt: run.attempt, failure });
    finish(run);
    if (failure.code === 'signin-cancelled') dispatch({ kind: 'dismissed' });
    else parts.needsAttention();
  };

  const answered = (run: Running, base64: string) => {
    const assertion = readAssertion(base64, clock.now(), clock.measured());
    const pinned = settings.passes().filter((pass) => pass.organisation === run.organisation.id);
    const offered = pinned.filter((pass) => assertion.offers.some((offer) => offer.roleArn === pass.roleArn));
    for (const pass of pinned) if (!offered.includes(pass)) failures.set(pass.id, notOffered(pass));
    const only = assertion.offers.length === 1 ? assertion.offers : [];
    run.assertion = assertion;
    if (offered.length > 0 && !run.choose) void tradeAll(run, offered);
    else if (pinned.length === 0 && only.length > 0) void tradeAll(run, keepAll(run, only));
    else askForRoles(run, assertion);
  };
  const keepAll = (run: Running, offers: readonly ChosenOffer[]) =>
    keepChosen(settings, run.organisation, offers);
  const askForRoles = (run: Running, { offers, ignored, validUntil }: Assertion) => {
    run.callOff = clock.alarm(validUntil, () => fail(run, new AppError('assertion-expired')));
    dispatch({ kind: 'answered', attempt: run.attempt, offers, ignored, validUntil });
    parts.needsAttention();
  };

  const tradeAll = async (run: Running, passes: readonly Pass[]) => {
    const { assertion } = run;
    if (!assertion) return;
    run.callOff();
    dispatch({ kind: 'tradeStarted', attempt: run.attempt, passes: passes.map(({ id }) => id) });
    const queue = [...passes];
    const worker = async () => {
      for (let pass = queue.shift(); pass; pass = queue.shift()) await tradeOne(run, assertion, pass);
    };
    await Promise.all(Array.from({ length: Math.min(MOST_TRADES_AT_ONCE, passes.length) }, worker));
    finish(run);
    if (passes.some((pass) => failures.has(pass.id))) parts.needsAttention();
  };
  const tradeOne = async (run: Running, assertion: Assertion, pass: Pass) => {
    const settled = (result: { kind: 'saved' } | { kind: 'failed'; failure: Failure }) =>
      dispatch({ kind: 'tradeSettled', attempt: run.attempt, pass: pass.id, result });
    try {
      const wished = settings.durationFor(pass);
      const trade = await parts.trade(tradeRequest(run.organisation, assertion, pass, wished));
      await sessions.take(pass.id, trade.credentials);
      const { durationSeconds, refusedSeconds } = trade;
      if (refusedSeconds !== undefined) settings.learnDuration(pass.roleArn, durationSeconds, refusedSeconds);
      failures.delete(pass.id);
      settled({ kind: 'saved' });
    } catch (error) {
      const failure = parts.toFailure(error);
      log('pass not taken', { pass: pass.id, code: failure.code, error });
      failures.set(pass.id, failure);
      settled({ kind: 'failed', failure });
    }
  };

  return {
    state: () => state,
    failureOf: (pass) => failures.get(pass) ?? null,
    start(id, { choose = false } = {}) {
      if (running && isRunning(state)) return running.login.show();
      const organisation = settings.organisation(id);
      if (!organisation) throw new AppError('unknown-organisation', { retry: 'never', subject: id });
      const attempt = ++attempts;
      const { host, channel } = placeOf(organisation.signInUrl);
      dispatch({ kind: 'started', attempt, organisation: id, host, channel });
      const refusal = parts.refusalOf(organisation);
      if (refusal) {
        dispatch({ kind: 'failed', attempt, failure: refusal });
        return parts.needsAttention();
      }
      parts.warm();
      let login: Login;
      try {
        login = parts.openLogin(organisation, (place) => dispatch({ kind: 'moved', attempt, ...place }));
      } catch (error) {
        // Nothing runs that could end this try later.
        dispatch({ kind: 'failed', attempt, failure: parts.toFailure(error) });
        throw error;
      }
      const run: Running = {
        attempt,
        organisation,
        login,
        choose,
        assertion: null,
        callOff: () => {},
      };
      running = run;
      login.answer.then((base64) => answered(run, base64)).catch((error: unknown) => fail(run, error));
    },
    choose(offers) {
      const run = running;
      if (state.kind !== 'choosingRoles' || !run?.assertion) throw new AppError('assertion-expired');
      checkChosen(run.assertion.offers, offers);
      void tradeAll(run, keepAll(run, offers));
    },
    cancel() {
      if (!running) return;
      if (state.kind === 'waitingForIdp') running.login.cancel();
      else if (state.kind === 'choosingRoles') fail(running, new AppError('signin-cancelled'));
    },
    show: () => running?.login.show(),
    dismiss: () => dispatch({ kind: 'dismissed' }),
  };
}

function notOffered(pass: Pass): Failure {
  return { code: 'role-not-offered', retry: 'never', subject: pass.roleArn };
}
