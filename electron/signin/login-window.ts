/**
 * The company's sign-in page in a window of its own, or in none until a person is asked; resolves with the SAML
 * response it posts to AWS. Closing, a page that can't load or crashes, and waiting too long are results as well.
 */
import { type BrowserWindow, WebContentsView } from 'electron';
import { AppError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import { allowIntegratedAuth } from '../network/integrated-auth.ts';
import { loadFailure } from '../network/load-failure.ts';
import type { Organisation } from '../settings/schema.ts';
import { isTopLevelPost, type SeenRequest, samlResponseOf } from './capture.ts';
import { idpSessionOf, type Watcher } from './idp-session.ts';
import { LONGEST_KEPT_MS, rememberCookies } from './keep-cookies.ts';
import { type OpenLogin, placeOf } from './login.ts';
import { guardPages } from './page-guards.ts';
import { isCaptureUrl } from './partition.ts';
import { unseenPage, untrustedPage } from './popups.ts';
import type { ProgramQuestions } from './program-question.ts';
import { revealWhenHuman } from './reveal-page.ts';
import { watchSilently } from './silent-watch.ts';

interface Parts {
  /** Our own window around the page: bar above, foot below. Hidden until shown. */
  createFrame: (organisation: Organisation) => BrowserWindow;
  programs: Pick<ProgramQuestions, 'forSignin'>;
  clock: Clock;
  log: Log;
}

/** Heights of our own bar and foot around the page, px; the renderer draws them to the same numbers. */
const BAR_HEIGHT = 112;
const FOOT_HEIGHT = 92;
const LONGEST_WAIT_MS = 10 * 60_000;
/** AWS mostly answers sooner, and hiding windows would hold that up; a page that waits longer is not to be seen. */
const HIDDEN_AFTER_MS = 100;
/** net::ERR_ABORTED and net::ERR_BLOCKED_BY_CLIENT: navigations that we or the page called off. */
const CALLED_OFF = [-3, -20];

export function createLoginWindows({ createFrame, programs, clock, log }: Parts): OpenLogin {
  return (organisation, onHost, silently) => {
    const idp = idpSessionOf(organisation.id, log);
    allowIntegratedAuth(idp.session, organisation);
    const view = new WebContentsView({
      webPreferences: { ...untrustedPage, ...(silently ? unseenPage : {}), session: idp.session },
    });
    const page = view.webContents;
    let frame: BrowserWindow | null = null;
    let attended = silently === undefined;
    let stopWatching = () => {};
    let answered = false;
    let closePopups = () => {};
    let takeDown = () => {};
    let fail = (_error: AppError) => {};
    const program = programs.forSignin(organisation);
    let postedFrom: string | null = null;

    const framed = () => {
      frame ??= frameAround(view, createFrame(organisation));
      return frame;
    };
    const attend = () => {
      attended = true;
      framed().on('closed', () => fail(new AppError('signin-window-closed')));
      const callOffTimeout = clock.alarm(clock.now() + LONGEST_WAIT_MS, () =>
        fail(new AppError('signin-timed-out')),
      );
      const stopReveal = revealWhenHuman(page, show);
      stopWatching = () => {
        callOffTimeout();
        stopReveal();
      };
    };
    const show = () => {
      if (answered || page.isDestroyed() || frame?.isDestroyed()) return;
      if (!attended) {
        stopWatching();
        attend();
      }
      framed().show();
      page.focus();
    };
    const keepUntil = () => (organisation.keepSignedIn ? clock.now() + LONGEST_KEPT_MS : null);
    const answer = new Promise<string>((resolve, reject) => {
      fail = reject;
      if (silently) stopWatching = watchSilently(page, silently.patienceMs, clock, fail);
      else attend();
      const taken = (request: SeenRequest, origin: string | null) => {
        if (!isTopLevelPost(request)) return;
        postedFrom = origin;
        take(request, resolve, fail);
      };
      const pages = guardPages(page, {
        name: organisation.name,
        capture: organisation.capture,
        mayOpen: () => attended && !answered,
        onPopupPost: taken,
        onProgram: (url, host) =>
          attended ? program.wants(url, host, show) : fail(new AppError('signin-needs-person')),
      });
      closePopups = pages.closePopups;
      const watcher: Watcher = {
        attended: () => attended,
        capture: organisation.capture ?? [],
        owns: pages.has,
        onCapture: (request, id, initiator) => taken(request, initiator ?? pages.originOf(id)),
        onInsecure: (url) =>
          fail(new AppError('signin-page-insecure', { retry: 'never', subject: url.host })),
      };
      idp.watcher = watcher;
      page.on('did-navigate', (_event, url, status) => {
        if (status === 407) return fail(new AppError('proxy-password-missing'));
        if (isCaptureUrl(url, organisation.capture))
          fail(new AppError('assertion-not-a-form', { subject: placeOf(url).host }));
        else if (/^https?:/.test(url)) onHost(placeOf(url));
      });
      let issuer: string | null = null;
      // The app refuses it; here only who made it is noted, for the words.
      page.on('certificate-error', (_event, _url, _error, certificate) => {
        issuer = certificate.issuerName;
      });
      page.on('did-fail-load', (_event, code, description, url, isMainFrame) => {
        if (isMainFrame && !CALLED_OFF.includes(code)) fail(loadFailure({ code, description, url, issuer }));
      });
      page.on('render-process-gone', (_event, { reason }) =>
        fail(new AppError('signin-page-crashed', { subject: reason })),
      );
      takeDown = () => {
        takeDown = () => {};
        stopWatching();
        if (idp.watcher === watcher) idp.watcher = null;
        program.end();
        closePopups();
        // Destroyed, not closed: a page could refuse to close.
        if (!page.isDestroyed()) page.close();
        if (frame && !frame.isDestroyed()) frame.destroy();
        void answer
          .then(keepUntil, () => null)
          .then((until) => rememberCookies(idp.session.cookies, until, log));
      };
      // SECURITY: a service worker could swallow the post before we see it.
      idp.session
        .clearStorageData({ storages: ['serviceworkers', 'cachestorage'] })
        .then(() => page.loadURL(organisation.signInUrl))
        .catch((error: unknown) =>
          log('sign-in page load', { error: error instanceof Error ? error.message : '' }),
        );
    });
    /** The page stays as it is, unseen, until it is taken down. */
    const rest = () => {
      answered = true;
      // For a post that is cancelled Chromium would start a process of its own, to show an error page.
      if (!page.isDestroyed()) page.stop();
      setTimeout(() => {
        closePopups();
        if (frame && !frame.isDestroyed()) frame.hide();
      }, HIDDEN_AFTER_MS);
    };
    answer.then(rest, () => undefined);
    return {
      where: 'window',
      answer,
      postedFrom: () => postedFrom,
      show,
      cancel: () => fail(new AppError('signin-cancelled')),
      // Never from within an event of the page that is to go.
      end: () => void setImmediate(() => takeDown()),
    };
  };
}

/** Puts the page into our own window, under its bar and above its foot. */
function frameAround(view: WebContentsView, frame: BrowserWindow): BrowserWindow {
  frame.contentView.addChildView(view);
  const layOut = () => {
    const { width, height } = frame.getContentBounds();
    view.setBounds({ x: 0, y: BAR_HEIGHT, width, height: Math.max(0, height - BAR_HEIGHT - FOOT_HEIGHT) });
  };
  layOut();
  frame.on('resize', layOut);
  return frame;
}

function take(request: SeenRequest, resolve: (saml: string) => void, fail: (error: AppError) => void): void {
  try {
    resolve(samlResponseOf(request));
  } catch (error) {
    fail(error instanceof AppError ? error : new AppError('internal', { cause: error }));
  }
}
