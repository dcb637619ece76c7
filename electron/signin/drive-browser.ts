/**
 * One sign-in in one browser: process, pipe and pages put together, and everything that can end it turned
 * into the verdict.
 */
import { AppError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Organisation } from '../settings/schema.ts';
import { type Exit, startBrowser } from './browser-process.ts';
import { tidyBrowserProfile } from './browser-profile.ts';
import { createTabs } from './browser-tabs.ts';
import type { Browser, Surroundings } from './browsers.ts';
import { isTopLevelPost, type SeenRequest, samlResponseOf } from './capture.ts';
import { openCdpPipe } from './cdp-pipe.ts';
import { type Place, placeOf } from './login.ts';
import type { Verdict } from './verdict.ts';

export interface DriveParts {
  surroundings: Surroundings;
  /** Then the browser's own sandbox can't start. */
  asRoot: boolean;
  /** Further switches; tests only. */
  switches: readonly string[];
  clock: Clock;
  log: Log;
}

/** One sign-in. */
interface Trip {
  browser: Browser;
  /** Its folder; no other browser may have it. */
  profile: string;
  organisation: Organisation;
  onHost: (place: Place) => void;
  verdict: Verdict;
}

export interface Driven {
  /** Origin of the page that posted the answer; null when it can't be known. */
  postedFrom(): string | null;
  show(): void;
  /** Resolves when the browser is gone. */
  end(): Promise<void>;
}

/** A browser that has not spoken by then never will; cold starts on slow disks take half of it. */
const ANSWER_WITHIN_MS = 30_000;
/** Between the end of the pipe and that of the process. */
const EXIT_WITHIN_MS = 3_000;

export function drive(parts: DriveParts, { browser, profile, organisation, onHost, verdict }: Trip): Driven {
  const { surroundings, asRoot, switches, clock, log } = parts;
  const { executable, name } = browser;
  const child = startBrowser({ executable, profile, switches, env: surroundings.env, asRoot, clock });
  log('browser started', { browser: name, withoutSandbox: asRoot });

  let spoke = false;
  let postedFrom: string | null = null;
  const refused = () => verdict.fail(refusedError(name));
  const alarms: (() => void)[] = [];
  const after = (ms: number, ring: () => void) => alarms.push(clock.alarm(clock.now() + ms, ring));

  const tabs = createTabs(() => cdp, organisation.signInUrl, organisation.capture ?? [], {
    captured: (request, origin) => {
      log('answer to AWS seen', { method: request.method, resourceType: request.resourceType, origin });
      if (isTopLevelPost(request)) postedFrom = origin;
      take(request, verdict);
    },
    moved: (url) => onHost(placeOf(url)),
    failed: verdict.fail,
    noneLeft: () => verdict.fail(new AppError('signin-window-closed')),
  });
  const cdp = openCdpPipe(child.to, child.from, {
    event: tabs.event,
    ended: (how, reason) => {
      const error = how === 'closed' && !spoke ? refusedError(name) : crashedError(name, reason);
      if (how === 'broken') verdict.fail(error);
      else if (verdict.isOpen()) after(EXIT_WITHIN_MS, () => verdict.fail(error));
    },
  });
  const patience = clock.alarm(clock.now() + ANSWER_WITHIN_MS, refused);
  alarms.push(patience);
  void child.forbidden.then(refused);
  void child.exited.then((exit) => verdict.fail(exitError(exit, spoke, name)));
  tabs.watch().then(
    () => {
      spoke = true;
      patience();
    },
    // The end of the process says why.
    () => {},
  );
  return {
    postedFrom: () => postedFrom,
    show: tabs.show,
    end: async () => {
      for (const callOff of alarms) callOff();
      const exit = await child.end(spoke ? () => void cdp.send('Browser.close').catch(() => {}) : null);
      log('browser ended', { browser: name, ...exit });
      try {
        tidyBrowserProfile(profile);
      } catch {
        // It is tidied again before its next browser, where it counts.
      }
    },
  };
}

function take(request: SeenRequest, verdict: Verdict): void {
  if (!isTopLevelPost(request)) return;
  try {
    verdict.take(samlResponseOf(request));
  } catch (error) {
    verdict.fail(error);
  }
}

/** Without a word and without a fault: the browser may not be driven. */
function exitError({ code, signal }: Exit, spoke: boolean, name: string): AppError {
  if (code === 0) return spoke ? new AppError('signin-window-closed') : refusedError(name);
  return crashedError(name, `ended with ${signal ?? code ?? 'no code'}`);
}

function crashedError(name: string, raw: string): AppError {
  return new AppError('signin-browser-crashed', { subject: name, raw });
}

function refusedError(name: string): AppError {
  return new AppError('signin-browser-refused', { retry: 'never', subject: name });
}
