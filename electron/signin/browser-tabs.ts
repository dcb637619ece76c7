/**
 * The pages of a driven browser: every page, frame and worker is held until its requests to AWS's sign-in are held
 * back, then let go. Speaks the DevTools protocol through a pipe; owns no process.
 */
import { z } from 'zod';
import { AppError } from '../lib/app-error.ts';
import type { SeenRequest } from './capture.ts';
import type { CdpEvent, CdpPipe } from './cdp-pipe.ts';
import { isCaptureUrl, isSigninHost } from './partition.ts';
import { heldBack, judge, PausedRequest } from './paused-request.ts';

export interface TabWatcher {
  captured(request: SeenRequest, origin: string | null): void;
  moved(url: string): void;
  failed(error: AppError): void;
  /** The last page was closed. */
  noneLeft(): void;
}

const Attached = z.looseObject({
  sessionId: z.string(),
  targetInfo: z.looseObject({ targetId: z.string(), type: z.string(), url: z.string() }),
});
type Target = z.infer<typeof Attached>['targetInfo'];
const Detached = z.looseObject({ sessionId: z.string() });
const Navigated = z.looseObject({
  frame: z.looseObject({
    parentId: z.string().optional(),
    url: z.string(),
    unreachableUrl: z.string().optional(),
  }),
});
const CertificateError = z.looseObject({ errorType: z.string(), requestURL: z.string() });
const WentTo = z.looseObject({ errorText: z.string().optional() });
const Targets = z.looseObject({ targetInfos: z.array(z.looseObject({ type: z.string() })) });

/** The browser's own surfaces are none of our business. */
const ATTACH = {
  autoAttach: true,
  waitForDebuggerOnStart: true,
  flatten: true,
  filter: [
    { type: 'browser', exclude: true },
    { type: 'tab', exclude: true },
    { type: 'browser_ui', exclude: true },
    {},
  ],
};
/** Requests of workers inside a page are seen by the page. */
const seesRequests = ['page', 'iframe', 'service_worker', 'shared_worker'];

export interface Tabs {
  event(event: CdpEvent): void;
  /** Resolves when the browser has answered and its pages are watched. */
  watch(): Promise<void>;
  show(): void;
}

export function createTabs(
  cdp: () => CdpPipe,
  url: string,
  capture: readonly string[],
  watcher: TabWatcher,
): Tabs {
  const targets = new Map<string, Target>();
  const certificateErrors = new Map<string, string>();
  let opened: Promise<void> | null = null;
  const send = (method: string, params?: object, session?: string) => cdp().send(method, params, session);
  /** What is refused because its page has gone meanwhile needs no word. */
  const tell = (method: string, params?: object, session?: string) =>
    void send(method, params, session).catch(() => {});

  const arm = async (session: string, target: Target) => {
    const guarded = seesRequests.includes(target.type);
    const patterns = isForeignWorker(target) ? [{ urlPattern: '*' }] : heldBack(capture);
    const held = send('Fetch.enable', { patterns }, session);
    tell('Target.setAutoAttach', ATTACH, session);
    if (target.type === 'page') {
      tell('Page.enable', {}, session);
      tell('Security.enable', {}, session);
    }
    // SECURITY: what can't be watched is never let go.
    await held.catch((error: unknown) => {
      if (guarded) throw error;
    });
    tell('Runtime.runIfWaitingForDebugger', {}, session);
    if (target.type === 'page') opened ??= goTo(session).catch(() => {});
  };
  const goTo = async (session: string) => {
    const { errorText } = WentTo.parse(await send('Page.navigate', { url }, session));
    // The keys go to the page, not to the address bar of a window that has just come up.
    tell('Page.bringToFront', {}, session);
    if (errorText !== undefined) unreachable(url, errorText);
  };
  const unreachable = (failedUrl: string, errorText: string | undefined) => {
    // Called off by us or by the page.
    if (errorText === 'net::ERR_ABORTED' || errorText === 'net::ERR_BLOCKED_BY_CLIENT') return;
    const { hostname, host } = new URL(failedUrl);
    if (isCaptureUrl(failedUrl, capture) || isSigninHost(hostname)) return;
    const certificate = /^(net::)?ERR_CERT_/.test(errorText ?? '');
    const code = certificate ? 'signin-certificate-refused' : 'signin-page-unreachable';
    watcher.failed(
      new AppError(code, { subject: host, ...(errorText === undefined ? {} : { raw: errorText }) }),
    );
  };

  const paused = (params: unknown, session: string) => {
    const request = PausedRequest.parse(params);
    const target = targets.get(session);
    const verdict = judge(request, target?.type === 'page' ? target.targetId : null, capture);
    const { requestId } = request;
    const passes = verdict.kind === 'pass' && !(target && isForeignWorker(target));
    if (passes) return tell('Fetch.continueRequest', { requestId }, session);
    // SECURITY: an answer for AWS never leaves, whoever sends it and however.
    tell('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }, session);
    if (verdict.kind === 'capture') watcher.captured(verdict.seen, verdict.origin);
    if (verdict.kind === 'insecure')
      watcher.failed(new AppError('signin-page-insecure', { retry: 'never', subject: verdict.host }));
  };
  const navigated = async (params: unknown, session: string) => {
    const { frame } = Navigated.parse(params);
    if (frame.parentId !== undefined || targets.get(session)?.type !== 'page') return;
    if (frame.unreachableUrl === undefined) {
      if (/^https?:/.test(frame.url)) watcher.moved(frame.url);
      return;
    }
    // The first page's own answer says more.
    await opened;
    unreachable(frame.unreachableUrl, certificateErrors.get(frame.unreachableUrl));
  };
  const detached = async (params: unknown) => {
    const { sessionId } = Detached.parse(params);
    const gone = targets.get(sessionId);
    targets.delete(sessionId);
    if (gone?.type !== 'page' || [...targets.values()].some(({ type }) => type === 'page')) return;
    // One page may be taking the place of another.
    const { targetInfos } = Targets.parse(await send('Target.getTargets'));
    if (!targetInfos.some(({ type }) => type === 'page')) watcher.noneLeft();
  };
  const attached = (params: unknown) => {
    const { sessionId, targetInfo } = Attached.parse(params);
    targets.set(sessionId, targetInfo);
    return arm(sessionId, targetInfo);
  };

  const take = async ({ method, params, sessionId = '' }: CdpEvent) => {
    if (method === 'Target.attachedToTarget') await attached(params);
    else if (method === 'Target.detachedFromTarget') await detached(params);
    else if (method === 'Fetch.requestPaused') paused(params, sessionId);
    else if (method === 'Page.frameNavigated') await navigated(params, sessionId);
    else if (method === 'Inspector.targetCrashed' && targets.get(sessionId)?.type === 'page')
      watcher.failed(new AppError('signin-page-crashed'));
    else if (method === 'Security.certificateError') {
      const { requestURL, errorType } = CertificateError.parse(params);
      certificateErrors.set(requestURL, errorType);
    }
  };
  return {
    // A page that goes away in the middle of it is nobody's fault.
    event: (event) => void take(event).catch(() => {}),
    watch: async () => {
      await send('Browser.getVersion');
      tell('Browser.setDownloadBehavior', { behavior: 'deny' });
      await send('Target.setAutoAttach', ATTACH);
    },
    show: () => {
      const page = [...targets].findLast(([, { type }]) => type === 'page')?.[0];
      if (page !== undefined) tell('Page.bringToFront', {}, page);
    },
  };
}

/** A page's service worker is let in by nobody; one of an extension the company demands is. */
function isForeignWorker({ type, url }: Target): boolean {
  return type === 'service_worker' && /^https?:/.test(url);
}
