/**
 * Credentials for a tool that asks: at once while the session lives, else after a sign-in that the question makes
 * happen. One sign-in an organisation serves all who wait. Knows no socket and no command line.
 */

import type { Failure, FailureCode } from '../contract/failure.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Credentials } from '../session/credentials.ts';
import type { Notifier } from '../session/reminding.ts';
import type { Sessions } from '../session/service.ts';
import type { Organisation, Pass } from '../settings/schema.ts';
import type { SettingsService } from '../settings/service.ts';
import type { SigninState } from '../signin/machine.ts';
import type { SigninService } from '../signin/service.ts';
import { HandoutRefusal, refusalOf, signinStillOpen } from './refusal.ts';

export interface OnDemand {
  /** Throws a `HandoutRefusal`: also when the wait is over while the sign-in goes on. */
  credentials(pass: Pass, asked: Asked): Promise<Credentials>;
  /** Looks again who waits for what: a session came. */
  update(): void;
}

export interface Asked {
  /** The program that asks, as it calls itself; for a person to read. */
  tool: string | null;
  /** 0: begins the sign-in and does not wait. */
  waitMs: number;
}

export interface OnDemandParts {
  settings: Pick<SettingsService, 'passes' | 'organisation' | 'preferences'>;
  sessions: Pick<Sessions, 'credentials' | 'signedOut'>;
  signin: Pick<SigninService, 'running' | 'renew' | 'signInTo' | 'failureOf'>;
  refusalOf: (organisation: Organisation) => Failure | null;
  toFailure: (error: unknown) => Failure;
  notifier: Notifier;
  clock: Clock;
  log: Log;
}

/** What ends a try without a person though a person could go on. */
const PERSON_HELPS: readonly FailureCode[] = [
  'signin-needs-person',
  'signin-timed-out',
  'signin-window-closed',
  'signin-page-crashed',
];
const CLOSED_BY_PERSON: readonly FailureCode[] = ['signin-cancelled', 'signin-window-closed'];
/** Who closed a window is not shown it again by the next of twenty threads. */
const REST_AFTER_CLOSED_MS = 10_000;
const NOTIFICATION_STANDS_MS = 600_000;

export function createOnDemand(parts: OnDemandParts): OnDemand {
  const { settings, sessions, signin, notifier, clock, log } = parts;
  /** The sign-in that is under way, by flight; resolves with why it failed, if so. */
  const flights = new Map<string, Promise<Failure | null>>();
  const closedAt = new Map<string, { failure: Failure; at: number }>();
  /** Who waits for a session that a notification may bring. */
  const watchers = new Map<string, () => void>();

  /** One an organisation. A pass that was signed out by hand waits for its person alone: others need not. */
  const flightName = ({ organisation, id }: Pass) =>
    sessions.signedOut(id) ? `${organisation}/${id}` : organisation;
  const isLive = ({ id }: Pass) => sessions.credentials(id) !== null;
  const passesOf = (organisation: string) =>
    settings.passes().filter((pass) => pass.organisation === organisation);

  /** Without a person, for everything of the organisation that has no session: one answer serves them all. */
  const silently = async (organisation: string): Promise<Failure | null> => {
    const wanted = passesOf(organisation).filter((pass) => !isLive(pass) && !sessions.signedOut(pass.id));
    return failureIn(
      await signin.renew(
        organisation,
        wanted.map(({ id }) => id),
      ),
    );
  };
  const notified = (organisation: Organisation, pass: Pass, tool: string | null) =>
    new Promise<Failure | null>((resolve) => {
      const flight = flightName(pass);
      const id = `handout-${flight}`;
      const over = (failure: Failure | null) => {
        callOff();
        watchers.delete(flight);
        notifier.withdraw(id);
        resolve(failure);
      };
      const callOff = clock.alarm(clock.now() + NOTIFICATION_STANDS_MS, () =>
        over({ code: 'signin-needs-person', retry: 'now' }),
      );
      watchers.set(flight, () => {
        if (isLive(pass)) over(null);
      });
      const title = `${tool ?? 'A program'} asks for ${pass.label}`;
      notifier.show(id, { title, body: `Click to sign in to ${organisation.name}.` }, () => {
        void signin.signInTo(organisation.id).then(
          (state) => over(failureIn(state)),
          (error: unknown) => over(parts.toFailure(error)),
        );
      });
    });
  const bring = async (organisation: Organisation, pass: Pass, tool: string | null) => {
    const running = signin.running(organisation.id);
    if (running) {
      const failure = failureIn(await running);
      if (isLive(pass) || (failure && !PERSON_HELPS.includes(failure.code))) return failure;
    }
    // Who signed out by hand is not signed in again behind their back.
    if (sessions.signedOut(pass.id)) return notified(organisation, pass, tool);
    // Silent first by itself: its window is shown only when the page stays.
    if (settings.preferences().onDemandSignIn === 'ask')
      return failureIn(await signin.signInTo(organisation.id, { forTool: true }));
    const failure = await silently(organisation.id);
    if (isLive(pass) || !failure || !PERSON_HELPS.includes(failure.code)) return failure;
    return notified(organisation, pass, tool);
  };
  const flightOf = (organisation: Organisation, pass: Pass, tool: string | null) => {
    const name = flightName(pass);
    const known = flights.get(name);
    if (known) return known;
    log('sign-in on demand', { organisation: organisation.id, pass: pass.id, tool });
    const flight = bring(organisation, pass, tool)
      .catch(parts.toFailure)
      .then((failure) => {
        flights.delete(name);
        if (failure && CLOSED_BY_PERSON.includes(failure.code))
          closedAt.set(organisation.id, { failure, at: clock.now() });
        return failure;
      });
    flights.set(name, flight);
    return flight;
  };
  /** Resolves with the flight's end, or with `open` when the wait is over first. */
  const waitFor = (flight: Promise<Failure | null>, waitMs: number): Promise<Failure | null | 'open'> =>
    new Promise((resolve) => {
      const callOff = clock.alarm(clock.now() + waitMs, () => resolve('open'));
      void flight.then((failure) => {
        callOff();
        resolve(failure);
      });
    });
  const organisationOf = (pass: Pass): Organisation => {
    const organisation = settings.organisation(pass.organisation);
    if (!organisation) throw new HandoutRefusal(503, `the organisation of ${pass.label} is not there`);
    return organisation;
  };
  const refuseWhatIsPointless = (organisation: Organisation, pass: Pass) => {
    const { name } = organisation;
    if (settings.preferences().onDemandSignIn === 'never')
      throw new HandoutRefusal(
        503,
        `no session for ${pass.label}; sign in to ${name} in Daypass (sign-in on demand is off)`,
      );
    const refusal = parts.refusalOf(organisation);
    if (refusal) throw refusalOf(refusal, name, pass.label);
    const closed = closedAt.get(organisation.id);
    if (closed && clock.now() - closed.at < REST_AFTER_CLOSED_MS)
      throw refusalOf(closed.failure, name, pass.label);
  };

  return {
    async credentials(pass, { tool, waitMs }) {
      // A second flight is for a pass that the first one, begun for others, did not take.
      for (let flown = 0; flown < 2; flown++) {
        const live = sessions.credentials(pass.id);
        if (live) return live;
        const organisation = organisationOf(pass);
        refuseWhatIsPointless(organisation, pass);
        const mine = !flights.has(flightName(pass));
        const outcome = await waitFor(flightOf(organisation, pass, tool), waitMs);
        const brought = sessions.credentials(pass.id);
        if (brought) return brought;
        if (outcome === 'open') throw signinStillOpen(organisation.name);
        const failure = outcome ?? signin.failureOf(pass.id);
        if (failure || mine)
          throw refusalOf(failure ?? { code: 'role-not-offered' }, organisation.name, pass.label);
      }
      throw new HandoutRefusal(503, `no session for ${pass.label}`);
    },
    update() {
      for (const watch of [...watchers.values()]) watch();
    },
  };
}

/** Null: it was not the sign-in as a whole that failed. */
function failureIn(state: SigninState): Failure | null {
  return state.kind === 'failed' ? state.failure : null;
}
