import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { ClientRequest, ClientRequestConstructorOptions, Session } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createChromiumTransport } from './chromium-transport.ts';
import type { BasicCredentials } from './proxy-agent.ts';
import type { HttpRequest } from './transport.ts';

/** Electron's request as far as it is used: notes what it is given, emits what the test says. */
class FakeRequest extends EventEmitter {
  headers: Record<string, string> = {};
  body: Buffer | undefined;
  aborted = false;
  readonly options: ClientRequestConstructorOptions;
  constructor(options: ClientRequestConstructorOptions) {
    super();
    this.options = options;
  }
  setHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  end(body?: Buffer) {
    this.body = body;
  }
  abort() {
    this.aborted = true;
  }
  answer(statusCode: number, body: PassThrough = ended('x')) {
    this.emit('response', Object.assign(body, { statusCode, headers: { 'X-A': ['1', '2'] } }));
  }
  login(isProxy: boolean): Promise<string[]> {
    const asking = { isProxy, host: 'proxy', port: 3128, realm: 'Corp', scheme: 'basic' };
    return new Promise((done) => this.emit('login', asking, (...words: string[]) => done(words)));
  }
}
const ended = (words: string) => {
  const body = new PassThrough();
  body.end(words);
  return body;
};

const session = {} as Session;
const credentialsFor = vi.fn<() => Promise<BasicCredentials | null>>();
let sent: FakeRequest;
const transport = createChromiumTransport({
  session,
  open: (options) => {
    sent = new FakeRequest(options);
    return sent as unknown as ClientRequest;
  },
  credentialsFor,
  timeouts: { answerMs: 30_000, stallMs: 20_000 },
});
const post = (change: Partial<HttpRequest> = {}) =>
  transport.send({
    method: 'POST',
    origin: 'https://sts.eu-west-1.amazonaws.com',
    path: '/?a=b',
    headers: { host: 'sts.eu-west-1.amazonaws.com', 'content-length': '3', 'content-type': 'x/y' },
    body: new TextEncoder().encode('abc'),
    ...change,
  });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  credentialsFor.mockReset();
});
afterEach(() => void vi.useRealTimers());

describe('a request on Chromium’s stack', () => {
  it('goes in the organisation’s session, without cookies, following nothing', async () => {
    const answer = post();
    expect(sent.options).toEqual({
      method: 'POST',
      url: 'https://sts.eu-west-1.amazonaws.com/?a=b',
      session,
      redirect: 'manual',
    });
    // Chromium gives host and length itself.
    expect(sent.headers).toEqual({ 'content-type': 'x/y' });
    expect(sent.body?.toString()).toBe('abc');
    sent.answer(200);
    const { status, headers, body } = await answer;
    expect([status, headers, await text(body)]).toEqual([200, { 'x-a': '1, 2' }, 'x']);
    expect(sent.aborted).toBe(false);
  });

  it('brings a redirect as it is', async () => {
    const answer = post();
    sent.emit('redirect', 302, 'GET', 'https://guest.network/', { location: ['https://guest.network/'] });
    expect((await answer).status).toBe(302);
  });

  it('brings errors by the codes that the SDK knows', async () => {
    const answer = post();
    sent.emit('error', new Error('net::ERR_CONNECTION_REFUSED'));
    await expect(answer).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('is called off before it began, while it waits and in the midst of its answer', async () => {
    await expect(post({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    const stop = new AbortController();
    const waiting = post({ signal: stop.signal });
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(sent.aborted).toBe(true);
    const later = new AbortController();
    const answer = post({ signal: later.signal });
    sent.answer(200, new PassThrough());
    const { body } = await answer;
    later.abort();
    await expect(text(body)).rejects.toMatchObject({ name: 'AbortError' });
    expect(sent.aborted).toBe(true);
  });

  it('ends when it is closed', async () => {
    void post();
    transport.close();
    expect(sent.aborted).toBe(true);
  });
});

describe('silence', () => {
  it('instead of an answer ends after its time', async () => {
    const answer = post();
    vi.advanceTimersByTime(29_999);
    expect(sent.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    await expect(answer).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(sent.aborted).toBe(true);
  });

  it('in the midst of a body ends it', async () => {
    const answer = post();
    sent.answer(200, new PassThrough());
    const { body } = await answer;
    const read = text(body);
    vi.advanceTimersByTime(20_000);
    await expect(read).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(sent.aborted).toBe(true);
  });
});

describe('a proxy that wants a password', () => {
  it('is given one, and a person may take longer than an answer', async () => {
    let type: (given: BasicCredentials) => void = () => {};
    credentialsFor.mockReturnValueOnce(
      new Promise((resolve) => {
        type = resolve;
      }),
    );
    const answer = post();
    const given = sent.login(true);
    expect(credentialsFor).toHaveBeenCalledWith({ host: 'proxy:3128', realm: 'Corp', rejected: null });
    vi.advanceTimersByTime(300_000);
    type({ user: 'ada', password: 'wrong' });
    expect(await given).toEqual(['ada', 'wrong']);
    credentialsFor.mockResolvedValueOnce({ user: 'ada', password: 'right' });
    expect(await sent.login(true)).toEqual(['ada', 'right']);
    expect(credentialsFor).toHaveBeenLastCalledWith({
      host: 'proxy:3128',
      realm: 'Corp',
      rejected: { user: 'ada', password: 'wrong' },
    });
    sent.answer(200);
    expect((await answer).status).toBe(200);
  });

  it('and gets none is a failure', async () => {
    credentialsFor.mockResolvedValueOnce(null);
    const answer = post();
    expect(await sent.login(true)).toEqual([]);
    sent.answer(407);
    await expect(answer).rejects.toMatchObject({
      code: 'proxy-password-missing',
      details: { subject: 'proxy:3128' },
    });
  });
});

it('a site that wants a password gets none, and nobody is asked', async () => {
  const answer = post();
  expect(await sent.login(false)).toEqual([]);
  sent.answer(401);
  expect((await answer).status).toBe(401);
  expect(credentialsFor).not.toHaveBeenCalled();
});
