/**
 * One attempt's life: opens the page, reads the answer, takes the passes, and tells the machine each step.
 * A person may be in it from the start, join later, or never. Knows no other attempt.
 */
import type { Failure } from '../contract/failure.ts';
import type { DoubtView } from '../contract/snapshot.ts';
import { AppError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Sessions } from '../session/service.ts';
import type { Organisation, Pass } from '../settings/schema.ts';
import type { SettingsService } from '../settings/service.ts';
import { type Assertion, readAssertion } from './assertion.ts';
import { type ChosenOffer, checkChosen, keepChosen } from './chosen-offers.ts';
import { type Login, type OpenLogin, type Place, placeOf } from './login.ts';
import { type SigninEvent, type SigninState, transition } from './machine.ts';
import { patienceMs } from './patience.ts';
import { lookAt } from './pin-keeper.ts';
import { goneRoles, type RoleWishes, stepFor } from './role-steps.ts';
import type { Trades } from './trades.ts';

export interface Attempt {
  /** Opens the page. Throws when that can't be; the state tells it as well. */
  open(): void;
  state(): SigninState;
  /** The state it ended in. */
  over: Promise<SigninState>;
  /** The passes it is to renew without a person; null once a person is in it. */
  renewing(): readonly string[] | null;
  /** A person joins a silent one that still waits for the identity provider. */
  takeOver(choose: boolean): void;
  show(): void;
  /** The person agrees to an answer unlike those before. */
  confirm(): void;
  choose(offers: readonly ChosenOffer[]): void;
  cancel(): void;
  /** Ends it, and lets go what AWS still answers; resolves when nothing of it can come any more. */
  stop(): Promise<void>;
  dismiss(): void;
}

export interface AttemptParts {
  settings: SettingsService;
  sessions: Sessions;
  openLogin: OpenLogin;
  trades: Trades;
  clock: Clock;
  log: Log;
  /** Why an organisation can't be served here, if so. */
  refusalOf: (organisation: Organisation) => Failure | null;
  toFailure: (error: unknown) => Failure;
  /** The keychain may start while the person types, and again when that took long. */
  warm: () => void;
  changed: () => void;
  /** Asked when the person has to act in the main window: roles to choose, or a failure to read. */
  needsAttention: () => void;
}

interface Wishes extends RoleWishes {
  id: number;
  organisation: Organisation;
  /** A tool's question began it: passes that were signed out by hand are not taken along. */
  forTool: boolean;
}

export function createAttempt(parts: AttemptParts, wishes: Wishes): Attempt {
  const { settings, sessions, trades, clock, log } = parts;
  const { id: attempt, organisation } = wishes;
  let { choose, renew, forTool } = wishes;
  let state: SigninState = { kind: 'idle' };
  let login: Login | null = null;
  /** SECURITY: held only while roles are chosen or taken, and dropped when AWS would not take it any more. */
  let held: Assertion | null = null;
  /** Who answered is known from now on. */
  let pin = () => {};
  let stopped = false;
  let callOff = () => {};
  let end = (_state: SigninState) => {};
  const over = new Promise<SigninState>((resolve) => {
    end = resolve;
  });

  const dispatch = (event: SigninEvent) => {
    const next = transition(state, event);
    if (next === state) return;
    state = next;
    parts.changed();
  };
  const finish = () => {
    callOff();
    login?.end();
    held = null;
    end(state);
  };
  const attention = () => {
    if (renew === null) parts.needsAttention();
  };
  const fail = (error: unknown) => {
    const failure = parts.toFailure(error);
    log('sign-in failed', {
      organisation: organisation.id,
      silent: renew !== null,
      code: failure.code,
      error,
    });
    dispatch({ kind: 'failed', attempt, failure });
    finish();
    if (failure.code === 'signin-cancelled') dispatch({ kind: 'dismissed' });
    else attention();
  };

  const answered = (base64: string, postedFrom: string | null) => {
    parts.warm();
    const assertion = readAssertion(base64, clock.now(), clock.measured());
    held = assertion;
    const suspicion = lookAt(settings, organisation, assertion, postedFrom);
    pin = suspicion.pin;
    if (suspicion.doubt) askWhose(assertion, suspicion.doubt);
    else takeRoles(assertion);
    // While AWS is asked nothing else is to be done; taking windows down holds everything up.
    if (state.kind !== 'trading') login?.end();
  };
  /** SECURITY: nothing is taken from an answer unlike those before until the person agrees. */
  const askWhose = ({ validUntil }: Assertion, doubt: DoubtView) => {
    log('answer unlike those before', { organisation: organisation.id, differs: differing(doubt) });
    if (renew !== null) throw new AppError('signin-needs-person');
    callOff = clock.alarm(validUntil, () => fail(new AppError('assertion-expired')));
    dispatch({ kind: 'doubted', attempt, doubt, validUntil });
    attention();
  };
  const takeRoles = (assertion: Assertion) => {
    callOff();
    const { offers } = assertion;
    const pinned = settings
      .passes()
      .filter((pass) => pass.organisation === organisation.id && !(forTool && sessions.signedOut(pass.id)));
    for (const [pass, failure] of goneRoles(offers, pinned)) trades.note(pass, failure);
    const step = stepFor(offers, pinned, { choose, renew });
    if (step.kind === 'take') void takeAll(step.passes);
    else if (step.kind === 'keep') void takeAll(keepAll(step.offers));
    else askForRoles(assertion);
  };
  const keepAll = (offers: readonly ChosenOffer[]) => keepChosen(settings, organisation, offers);
  const askForRoles = ({ offers, ignored, validUntil }: Assertion) => {
    callOff = clock.alarm(validUntil, () => fail(new AppError('assertion-expired')));
    dispatch({ kind: 'answered', attempt, offers, ignored, validUntil });
    attention();
  };
  const takeAll = async (passes: readonly Pass[]) => {
    if (!held) return;
    callOff();
    dispatch({ kind: 'tradeStarted', attempt, passes: passes.map(({ id }) => id) });
    await trades.take({
      organisation,
      assertion: held,
      passes,
      stillWanted: ({ id }) =>
        !stopped && settings.pass(id) !== undefined && (renew === null || !sessions.signedOut(id)),
      settled: ({ id }, result) => {
        // What AWS took is genuine: from now on another one is asked about.
        if (result.kind === 'saved') pin();
        dispatch({ kind: 'tradeSettled', attempt, pass: id, result });
      },
    });
    finish();
    if (stopped) return dispatch({ kind: 'dismissed' });
    if (passes.some(({ id }) => trades.failureOf(id) !== null)) attention();
  };

  const open = () => {
    const { host, channel } = placeOf(organisation.signInUrl);
    dispatch({ kind: 'started', attempt, organisation: organisation.id, host, channel });
    const refusal = parts.refusalOf(organisation);
    if (refusal) {
      dispatch({ kind: 'failed', attempt, failure: refusal });
      finish();
      attention();
    } else openPage();
  };
  const openPage = () => {
    parts.warm();
    const openedAt = clock.now();
    const longestMs = settings.state().silentAnswers[organisation.id];
    const silently = renew === null ? undefined : { patienceMs: patienceMs(longestMs) };
    try {
      const onHost = (place: Place) => dispatch({ kind: 'moved', attempt, ...place });
      login = parts.openLogin(organisation, onHost, silently);
    } catch (error) {
      // Nothing runs that could end this try later.
      dispatch({ kind: 'failed', attempt, failure: parts.toFailure(error) });
      finish();
      throw error;
    }
    const { answer, postedFrom, where } = login;
    dispatch({ kind: 'opened', attempt, where });
    answer
      .then((base64) => {
        if (renew !== null) settings.learnSilentAnswer(organisation.id, clock.now() - openedAt);
        answered(base64, postedFrom());
      })
      .catch(fail);
  };
  const cancel = () => {
    if (state.kind === 'waitingForIdp') login?.cancel();
    else if (state.kind === 'choosingRoles' || state.kind === 'confirming')
      fail(new AppError('signin-cancelled'));
  };

  return {
    open,
    over,
    state: () => state,
    renewing: () => renew,
    takeOver(chooses) {
      renew = null;
      forTool = false;
      choose = chooses;
      login?.show();
      parts.changed();
    },
    // A page that is gone has left its question in our own window.
    show: () => (state.kind === 'confirming' ? attention() : login?.show()),
    confirm() {
      if (state.kind !== 'confirming' || !held) throw new AppError('assertion-expired');
      pin();
      takeRoles(held);
    },
    choose(offers) {
      if (state.kind !== 'choosingRoles' || !held) throw new AppError('assertion-expired');
      checkChosen(held.offers, offers);
      void takeAll(keepAll(offers));
    },
    cancel,
    async stop() {
      stopped = true;
      cancel();
      await over;
    },
    dismiss: () => dispatch({ kind: 'dismissed' }),
  };
}

function differing(doubt: DoubtView): string[] {
  return Object.entries(doubt).flatMap(([what, difference]) => (difference === null ? [] : [what]));
}
