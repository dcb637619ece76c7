/**
 * The company's sign-in page in a window of its own; resolves with the SAML response it posts to AWS. Closing,
 * a page that can't load or crashes, and waiting too long are results as well.
 */
import { type BrowserWindow, WebContentsView } from 'electron';
import { AppError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import { allowIntegratedAuth } from '../network/integrated-auth.ts';
import { loadFailure } from '../network/load-failure.ts';
import type { Organisation } from '../settings/schema.ts';
import { isTopLevelPost, type SeenRequest, samlResponseOf } from './capture.ts';
import { idpSessionOf } from './idp-session.ts';
import { type OpenLogin, placeOf } from './login.ts';
import { guardPage, untrustedPage } from './page-guards.ts';
import { isCaptureUrl } from './partition.ts';

interface Parts {
  /** Our own window around the page: bar above, foot below. Hidden until shown. */
  createFrame: (organisation: Organisation) => BrowserWindow;
  clock: Clock;
  log: Log;
}

/** Heights of our own bar and foot around the page, px; the renderer draws them to the same numbers. */
const BAR_HEIGHT = 112;
const FOOT_HEIGHT = 92;
const LONGEST_WAIT_MS = 10 * 60_000;
/** How long a page that has loaded may take to answer by itself before a person is shown it. */
const SILENT_PATIENCE_MS = 250;
/** net::ERR_ABORTED and net::ERR_BLOCKED_BY_CLIENT: navigations that we or the page called off. */
const CALLED_OFF = [-3, -20];

export function createLoginWindows({ createFrame, clock, log }: Parts): OpenLogin {
  return (organisation, onHost) => {
    const idp = idpSessionOf(organisation.id, log);
    allowIntegratedAuth(idp.session, organisation);
    const frame = createFrame(organisation);
    const view = new WebContentsView({ webPreferences: { ...untrustedPage, session: idp.session } });
    const page = view.webContents;
    const closePopups = guardPage(page);
    frame.contentView.addChildView(view);
    const layOut = () => {
      const { width, height } = frame.getContentBounds();
      view.setBounds({ x: 0, y: BAR_HEIGHT, width, height: Math.max(0, height - BAR_HEIGHT - FOOT_HEIGHT) });
    };
    layOut();
    frame.on('resize', layOut);

    let cleanUp = () => {};
    const show = () => {
      if (frame.isDestroyed()) return;
      frame.show();
      view.webContents.focus();
    };
    const cancel: { now: () => void } = { now: () => {} };
    const answer = new Promise<string>((resolve, reject) => {
      const fail = (error: AppError) => reject(error);
      cancel.now = () => fail(new AppError('signin-cancelled'));
      const callOffTimeout = clock.alarm(clock.now() + LONGEST_WAIT_MS, () =>
        fail(new AppError('signin-timed-out')),
      );
      const stopReveal = revealWhenHuman(page, show);
      idp.watcher = {
        capture: organisation.capture ?? [],
        onCapture: (request) => take(request, resolve, fail),
        onInsecure: (url) =>
          fail(new AppError('signin-page-insecure', { retry: 'never', subject: url.host })),
      };
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
      frame.on('closed', () => fail(new AppError('signin-window-closed')));
      cleanUp = () => {
        callOffTimeout();
        stopReveal();
        idp.watcher = null;
        closePopups();
        // Destroyed, not closed: a page could refuse to close.
        if (!page.isDestroyed()) page.close();
        if (!frame.isDestroyed()) frame.destroy();
        void idp.session.cookies.flushStore().catch(() => {});
      };
      // SECURITY: a service worker could swallow the post before we see it.
      idp.session
        .clearStorageData({ storages: ['serviceworkers', 'cachestorage'] })
        .then(() => page.loadURL(organisation.signInUrl))
        .catch((error: unknown) =>
          log('sign-in page load', { error: error instanceof Error ? error.message : '' }),
        );
    }).finally(() => cleanUp());
    return { answer, show, cancel: () => cancel.now() };
  };
}

function take(request: SeenRequest, resolve: (saml: string) => void, fail: (error: AppError) => void): void {
  if (!isTopLevelPost(request)) return;
  try {
    resolve(samlResponseOf(request));
  } catch (error) {
    fail(error instanceof AppError ? error : new AppError('internal', { cause: error }));
  }
}

/** A remembered sign-in answers by itself; the window is shown only when a page stays. */
function revealWhenHuman(page: Electron.WebContents, show: () => void): () => void {
  let patience: NodeJS.Timeout | undefined;
  const wait = () => {
    clearTimeout(patience);
    patience = setTimeout(show, SILENT_PATIENCE_MS);
  };
  page.on('did-finish-load', wait);
  page.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) clearTimeout(patience);
  });
  return () => clearTimeout(patience);
}
