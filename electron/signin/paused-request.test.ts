import { describe, expect, it } from 'vitest';
import { isTopLevelPost, samlResponseOf } from './capture.ts';
import { heldBack, judge, PausedRequest } from './paused-request.ts';

const AWS = 'https://signin.aws.amazon.com/saml';
const SAML = Buffer.from('<samlp:Response/>').toString('base64');
const FORM = `SAMLResponse=${encodeURIComponent(SAML)}`;

interface Wishes {
  url?: string;
  method?: string;
  resourceType?: string;
  frameId?: string;
  entries?: { bytes?: string }[] | undefined;
  headers?: Record<string, string>;
}

/** As Chromium 156 sends it for a form's post of a whole page. */
function paused(wishes: Wishes = {}): PausedRequest {
  const { url = AWS, method = 'POST', headers = { Origin: 'https://idp.corp.example' } } = wishes;
  const postDataEntries =
    'entries' in wishes ? wishes.entries : [{ bytes: Buffer.from(FORM).toString('base64') }];
  return PausedRequest.parse({
    requestId: 'interception-job-1.0',
    networkId: 'N',
    frameId: wishes.frameId ?? 'page',
    resourceType: wishes.resourceType ?? 'Document',
    request: { url, method, headers, postDataEntries, hasPostData: true, initialPriority: 'VeryHigh' },
  });
}

describe('a form posted to AWS by a whole page', () => {
  it('is the answer, with the origin that posted it', () => {
    const verdict = judge(paused(), 'page');
    if (verdict.kind !== 'capture') throw new Error(verdict.kind);
    expect(isTopLevelPost(verdict.seen)).toBe(true);
    expect(samlResponseOf(verdict.seen)).toBe(SAML);
    expect(verdict.origin).toBe('https://idp.corp.example');
  });

  it.each([
    ['without a body', undefined],
    ['with an empty body', []],
    ['with a file in it', [{}]],
    ['in two pieces', [{ bytes: '' }, { bytes: '' }]],
  ])('is no answer %s', (_what, entries) => {
    const verdict = judge(paused({ entries }), 'page');
    if (verdict.kind !== 'capture') throw new Error(verdict.kind);
    expect(() => samlResponseOf(verdict.seen)).toThrow(/^assertion-(not-a-form|missing)$/);
  });

  it.each([
    ['its Origin', { Origin: 'https://a.example', Referer: 'https://b.example/x' }, 'https://a.example'],
    [
      'its referrer after a redirect',
      { Origin: 'null', Referer: 'https://b.example/x' },
      'https://b.example',
    ],
    ['names in small letters', { origin: 'https://a.example' }, 'https://a.example'],
    ['nothing', {}, null],
    ['a hidden origin only', { Origin: 'null' }, null],
  ])('comes from where %s says', (_what, headers, origin) => {
    expect(judge(paused({ headers: headers as Record<string, string> }), 'page')).toMatchObject({ origin });
  });
});

describe('what is looked at, but never counts', () => {
  it.each([
    ['a frame', { frameId: 'frame' }, 'page'],
    ['a frame in a process of its own', {}, null],
    ['fetch', { resourceType: 'XHR' }, 'page'],
    ['a beacon', { resourceType: 'Ping' }, 'page'],
    ['a link', { method: 'GET' }, 'page'],
  ] as const)('is %s', (_what, wishes, pageId) => {
    const verdict = judge(paused(wishes), pageId);
    expect(verdict.kind === 'capture' && !isTopLevelPost(verdict.seen)).toBe(true);
  });
});

describe('every other request', () => {
  it.each([
    ['https://signin.aws.amazon.com/console', 'block'],
    ['https://eu-west-1.signin.aws.amazon.com/saml', 'capture'],
    ['https://signin.aws.amazon.com:8443/saml', 'block'],
    ['https://signin.amazonaws.cn/saml/acs/abc-1', 'capture'],
    ['https://idp.corp.example/?to=https://signin.aws.amazon.com/saml', 'pass'],
    ['https://signin.aws.amazon.com.evil.example/saml', 'pass'],
    ['http://127.0.0.1:8080/login', 'pass'],
    ['http://[::1]/login', 'pass'],
    ['http://localhost/login', 'insecure'],
    ['http://idp.corp.example/login', 'insecure'],
    ['https://idp.corp.example/acs?for=aws', 'capture'],
    ['https://idp.corp.example/acs', 'pass'],
    ['nonsense', 'block'],
  ])('to %s: %s', (url, kind) => {
    expect(judge(paused({ url }), 'page', ['https://idp.corp.example/acs?for=aws']).kind).toBe(kind);
  });

  it('over plain http is blocked without a word when it is only a part of a page', () => {
    const url = 'http://images.corp.example/logo.png';
    expect(judge(paused({ url, resourceType: 'Image' }), 'page').kind).toBe('block');
    expect(judge(paused({ url, frameId: 'frame' }), 'page').kind).toBe('block');
  });
});

describe('what the browser has to hold back', () => {
  /** As the protocol says: `*` any letters, `?` one, `\` takes the next as it is. */
  const matches = (pattern: string, url: string) =>
    new RegExp(
      `^${pattern.replace(/\\(.)|([*?])|([.+^${}()|[\]])/g, (_all, exact, wild, special) =>
        wild ? { '*': '.*', '?': '.' }[wild as '*' | '?'] : `\\${exact ?? special}`,
      )}$`,
    ).test(url);
  const capture = ['https://idp.corp.example/acs?for=aws*#part'];
  const held = (url: string) => heldBack(capture).some(({ urlPattern }) => matches(urlPattern, url));

  it.each([
    [AWS, true],
    ['https://us-east-1.signin.aws.amazon.com/saml/acs/x', true],
    ['https://signin.amazonaws-us-gov.com/saml', true],
    ['https://signin.amazonaws.cn/saml', true],
    ['http://anywhere.example/', true],
    ['https://idp.corp.example/acs?for=aws*', true],
    ['https://idp.corp.example/acs?for=aws-other', false],
    ['https://idp.corp.example/login', false],
    ['https://127.0.0.1/', false],
  ])('%s: %s', (url, expected) => {
    expect(held(url)).toBe(expected);
  });
});
