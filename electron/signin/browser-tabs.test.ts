import { describe, expect, it, vi } from 'vitest';
import type { AppError } from '../lib/app-error.ts';
import { createTabs, type TabWatcher } from './browser-tabs.ts';

const URL = 'https://idp.corp.example/sso';
const AWS = 'https://signin.aws.amazon.com/saml';

interface Call {
  method: string;
  params: object | undefined;
  session: string | undefined;
}

/** The pages of a browser that answers what the test says. */
function tabs(answers: Record<string, () => unknown> = {}) {
  const calls: Call[] = [];
  const send = async (method: string, params?: object, session?: string) => {
    calls.push({ method, params, session });
    return answers[`${method} ${session}`]?.() ?? answers[method]?.() ?? {};
  };
  const watcher = {
    captured: vi.fn<TabWatcher['captured']>(),
    moved: vi.fn<TabWatcher['moved']>(),
    failed: vi.fn<TabWatcher['failed']>(),
    noneLeft: vi.fn<TabWatcher['noneLeft']>(),
  };
  const made = createTabs(() => ({ send }), URL, [], watcher);
  const event = async (method: string, params: object, sessionId?: string) => {
    made.event({ method, params, sessionId });
    await settle();
  };
  const attach = (sessionId: string, type: string, url = 'about:blank') =>
    event('Target.attachedToTarget', {
      sessionId,
      targetInfo: { targetId: `of-${sessionId}`, type, url, title: '' },
      waitingForDebugger: true,
    });
  const sent = (session?: string) =>
    calls.filter((call) => call.session === session).map(({ method }) => method);
  const failures = () =>
    watcher.failed.mock.calls.map(([error]: [AppError]) => [error.code, error.details.subject]);
  return { tabs: made, calls, watcher, event, attach, sent, failures };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));
const paused = (url: string, more: object = {}) => ({
  requestId: 'R',
  frameId: 'of-page',
  resourceType: 'Document',
  request: { url, method: 'POST', headers: {} },
  ...more,
});

describe('a page, frame or worker that appears', () => {
  it.each(['page', 'iframe', 'service_worker', 'shared_worker'])(
    'as a %s is let go only when its requests are held back',
    async (type) => {
      let held = (_done: unknown) => {};
      const waiting = new Promise((resolve) => {
        held = resolve;
      });
      const { attach, sent } = tabs({ 'Fetch.enable': () => waiting });
      await attach('one', type);
      expect(sent('one')).toContain('Fetch.enable');
      expect(sent('one')).not.toContain('Runtime.runIfWaitingForDebugger');
      held({});
      await settle();
      expect(sent('one')).toContain('Runtime.runIfWaitingForDebugger');
    },
  );

  it('is never let go when they can’t be', async () => {
    const { attach, sent } = tabs({ 'Fetch.enable': () => Promise.reject(new Error('no')) });
    await attach('one', 'page');
    expect(sent('one')).not.toContain('Runtime.runIfWaitingForDebugger');
    expect(sent('one')).not.toContain('Page.navigate');
  });

  it('as a worker inside a page is let go: the page sees its requests', async () => {
    const { attach, sent } = tabs({ 'Fetch.enable': () => Promise.reject(new Error('not found')) });
    await attach('one', 'worker');
    expect(sent('one')).toContain('Runtime.runIfWaitingForDebugger');
  });

  it('is watched for what appears inside it, the browser’s own surfaces left out', async () => {
    const { tabs: made, attach, calls } = tabs();
    await made.watch();
    await attach('one', 'iframe');
    for (const session of [undefined, 'one']) {
      const call = calls.find((each) => each.method === 'Target.setAutoAttach' && each.session === session);
      expect(call?.params).toMatchObject({ autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
      expect(call?.params).toMatchObject({
        filter: expect.arrayContaining([{ type: 'browser_ui', exclude: true }]),
      });
    }
  });

  it('as the first page goes to the sign-in, and no other does', async () => {
    const { attach, calls } = tabs();
    await attach('frame', 'iframe');
    await attach('page', 'page');
    await attach('popup', 'page');
    const gone = calls.filter(({ method }) => method === 'Page.navigate');
    expect(gone).toEqual([{ method: 'Page.navigate', params: { url: URL }, session: 'page' }]);
  });
});

describe('a request that is held back', () => {
  it.each([
    ['to AWS', AWS, 'Fetch.failRequest'],
    ['to another page of AWS’s sign-in', 'https://signin.aws.amazon.com/console', 'Fetch.failRequest'],
    ['over plain http', 'http://corp.example/', 'Fetch.failRequest'],
    ['on this computer', 'http://127.0.0.1/', 'Fetch.continueRequest'],
  ])('%s ends in one answer', async (_what, url, method) => {
    const { attach, event, sent } = tabs();
    await attach('page', 'page');
    await event('Fetch.requestPaused', paused(url), 'page');
    expect(sent('page').filter((each) => /^Fetch\.(fail|continue)/.test(each))).toEqual([method]);
  });

  it('is an answer only of a whole page', async () => {
    const { attach, event, watcher } = tabs();
    await attach('page', 'page');
    await attach('frame', 'iframe');
    await event('Fetch.requestPaused', paused(AWS), 'page');
    await event('Fetch.requestPaused', paused(AWS, { frameId: 'of-frame' }), 'frame');
    expect(watcher.captured.mock.calls.map(([seen]) => seen.resourceType)).toEqual(['mainFrame', 'Document']);
  });

  it('lets no service worker of a page in', async () => {
    const { attach, event, sent } = tabs();
    const script = 'https://idp.corp.example/worker.js';
    await attach('worker', 'service_worker', script);
    await event('Fetch.requestPaused', paused(script, { resourceType: 'Other' }), 'worker');
    expect(sent('worker')).toContain('Fetch.failRequest');
  });

  it('lets the service worker of an extension in', async () => {
    const { attach, event, sent } = tabs();
    await attach('worker', 'service_worker', 'chrome-extension://abc/worker.js');
    await event('Fetch.requestPaused', paused('http://127.0.0.1/', { resourceType: 'XHR' }), 'worker');
    expect(sent('worker')).toContain('Fetch.continueRequest');
  });
});

describe('a page that can’t load', () => {
  const cannotLoad = (url: string, parentId?: string) => ({
    frame: { id: 'of-page', parentId, url: 'chrome-error://chromewebdata/', unreachableUrl: url },
  });
  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', [['signin-page-unreachable', 'idp.corp.example']]],
    ['net::ERR_CERT_AUTHORITY_INVALID', [['signin-certificate-refused', 'idp.corp.example']]],
    ['net::ERR_ABORTED', []],
  ])('at first, by %s', async (errorText, expected) => {
    const { attach, failures } = tabs({ 'Page.navigate': () => ({ errorText }) });
    await attach('page', 'page');
    expect(failures()).toEqual(expected);
  });

  it('later, by what was said of its certificate, or of nothing', async () => {
    const { attach, event, failures } = tabs();
    await attach('page', 'page');
    const url = 'https://mfa.corp.example/';
    await event('Page.frameNavigated', cannotLoad(url), 'page');
    await event('Security.certificateError', { errorType: 'ERR_CERT_DATE_INVALID', requestURL: url }, 'page');
    await event('Page.frameNavigated', cannotLoad(url), 'page');
    expect(failures()).toEqual([
      ['signin-page-unreachable', 'mfa.corp.example'],
      ['signin-certificate-refused', 'mfa.corp.example'],
    ]);
  });

  it('is nothing when it is a frame, or when we stopped it', async () => {
    const { attach, event, failures } = tabs();
    await attach('page', 'page');
    await event('Page.frameNavigated', cannotLoad('https://ads.example/', 'of-page'), 'page');
    await event('Page.frameNavigated', cannotLoad(`${AWS}?SAMLResponse=x`), 'page');
    expect(failures()).toEqual([]);
  });
});

describe('pages that go', () => {
  it('are told when none is left', async () => {
    const { attach, event, watcher } = tabs({ 'Target.getTargets': () => ({ targetInfos: [] }) });
    await attach('page', 'page');
    await attach('popup', 'page');
    await event('Target.detachedFromTarget', { sessionId: 'page' });
    expect(watcher.noneLeft).not.toHaveBeenCalled();
    await event('Target.detachedFromTarget', { sessionId: 'popup' });
    expect(watcher.noneLeft).toHaveBeenCalledOnce();
  });

  it('may be replaced by another before it is attached', async () => {
    const { attach, event, watcher } = tabs({
      'Target.getTargets': () => ({ targetInfos: [{ type: 'page', targetId: 'next' }] }),
    });
    await attach('page', 'page');
    await event('Target.detachedFromTarget', { sessionId: 'page' });
    expect(watcher.noneLeft).not.toHaveBeenCalled();
  });

  it('may crash', async () => {
    const { attach, event, failures } = tabs();
    await attach('page', 'page');
    await attach('frame', 'iframe');
    await event('Inspector.targetCrashed', {}, 'frame');
    expect(failures()).toEqual([]);
    await event('Inspector.targetCrashed', {}, 'page');
    expect(failures()).toEqual([['signin-page-crashed', undefined]]);
  });

  it('tell their hosts', async () => {
    const { attach, event, watcher } = tabs();
    await attach('page', 'page');
    await event('Page.frameNavigated', { frame: { url: 'https://mfa.corp.example/' } }, 'page');
    await event(
      'Page.frameNavigated',
      { frame: { url: 'https://ads.example/', parentId: 'of-page' } },
      'page',
    );
    await event('Page.frameNavigated', { frame: { url: 'about:blank' } }, 'page');
    expect(watcher.moved.mock.calls).toEqual([['https://mfa.corp.example/']]);
  });

  it('are brought forward, the one that came last first', async () => {
    const { tabs: made, attach, sent } = tabs();
    await attach('page', 'page');
    await attach('popup', 'page');
    const before = sent('popup').length;
    made.show();
    expect(sent('popup').slice(before)).toEqual(['Page.bringToFront']);
  });
});

it('words of the browser in an unknown shape change nothing', async () => {
  const { event, watcher, calls } = tabs();
  for (const method of ['Target.attachedToTarget', 'Fetch.requestPaused', 'Page.frameNavigated'])
    await event(method, { nonsense: true }, 'S');
  expect(calls).toEqual([]);
  expect(watcher.failed).not.toHaveBeenCalled();
});
