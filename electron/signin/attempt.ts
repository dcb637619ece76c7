/**
 * One attempt's life: opens the page, reads the answer, takes the passes, and tells the machine each step.
 * A person may be in it from the start, join later, or never. Knows no other attempt.
 */
import type { Failure } from '../contract/failure.ts';
import { AppError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Sessions } from '../session/service.ts';
import type { Organisation, Pass } from '../settings/schema.ts';
import type { SettingsService } from '../settings/service.ts';
import { type Assertion, type RoleOffer, readAssertion } from './assertion.ts';
import { type Login, type OpenLogin, type Place, placeOf } from './login.ts';
import { type SigninEvent, type SigninState, transition } from './machine.ts';
import { patienceMs } from './patience.ts';
import { chosenOffers, goneRoles, type RoleWishes, stepFor } from './role-steps.ts';
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
  choose(offers: readonly RoleOffer[]): void;
  cancel(): void;
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
  /** The keychain may start while the person types. */
  warm: () => void;
  changed: () => void;
  /** Asked when the person has to act in the main window: roles to choose, or a failure to read. */
  needsAttention: () => void;
}

interface Wishes extends RoleWishes {
  id: number;
  organisation: Organisation;
}

export function createAttempt(parts: AttemptParts, wishes: Wishes): Attempt {
  const { settings, sessions, trades, clock, log } = parts;
  const { id: attempt, organisation } = wishes;
  let { choose, renew } = wishes;
  let state: SigninState = { kind: 'idle' };
  let login: Login | null = null;
  /** SECURITY: held only while roles are chosen or taken, and dropped when AWS would not take it any more. */
  let held: Assertion | null = null;
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

  const answered = (base64: string) => {
    const assertion = readAssertion(base64, clock.now());
    takeRoles(assertion);
  };
  const takeRoles = (assertion: Assertion) => {
    const { offers } = assertion;
    const pinned = settings.passes().filter((pass) => pass.organisation === organisation.id);
    for (const [pass, failure] of goneRoles(offers, pinned)) trades.note(pass, failure);
    const step = stepFor(offers, pinned, { choose, renew });
    held = assertion;
    if (step.kind === 'take') void takeAll(step.passes);
    else if (step.kind === 'keep') void takeAll(keepAll(step.offers));
    else askForRoles(assertion);
  };
  const keepAll = (offers: readonly RoleOffer[]) => offers.map((offer) => settings.keep(organisation, offer));
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
        settings.pass(id) !== undefined && (renew === null || sessions.view(id).kind !== 'none'),
      settled: ({ id }, result) => dispatch({ kind: 'tradeSettled', attempt, pass: id, result }),
    });
    finish();
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
    login.answer
      .then((base64) => {
        if (renew !== null) settings.learnSilentAnswer(organisation.id, clock.now() - openedAt);
        answered(base64);
      })
      .catch(fail);
  };

  return {
    open,
    over,
    state: () => state,
    renewing: () => renew,
    takeOver(chooses) {
      renew = null;
      choose = chooses;
      login?.show();
      parts.changed();
    },
    show: () => login?.show(),
    choose(offers) {
      if (state.kind !== 'choosingRoles' || !held) throw new AppError('assertion-expired');
      void takeAll(keepAll(chosenOffers(held.offers, offers)));
    },
    cancel() {
      if (state.kind === 'waitingForIdp') login?.cancel();
      else if (state.kind === 'choosingRoles') fail(new AppError('signin-cancelled'));
    },
    dismiss: () => dispatch({ kind: 'dismissed' }),
  };
}
