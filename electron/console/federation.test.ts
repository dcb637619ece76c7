import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chainedCredentialsOf, credentialsOf, startTestDemo, type TestDemo } from '../../demo/testing.ts';
import { type AppError, toFailure } from '../lib/app-error.ts';
import { directTransport } from '../network/direct.test-parts.ts';
import { askForToken } from './federation.ts';

const session = { accessKeyId: 'ASIAX', secretAccessKey: 'sEcReTkEy', sessionToken: 'sEcReTtOkEn' };

describe('held against the demo’s federation endpoint', () => {
  let demo: TestDemo;
  beforeAll(async () => {
    demo = await startTestDemo();
  });
  afterAll(() => demo.remove());
  const ask = (keys: typeof session, durationSeconds: number | null) =>
    askForToken(directTransport(), {
      endpoint: demo.organisation.consoleEndpoint,
      session: keys,
      durationSeconds,
    });

  it('a session gives a token', async () => {
    const keys = await credentialsOf(demo.organisation, 'alex', '111122223333/S3AccessRole');
    expect(await ask(keys, 3600)).toMatch(/^[\w+/=]{100,}$/);
  });

  it('a second role’s session does too, although its length is refused', async () => {
    const keys = await chainedCredentialsOf(demo.organisation);
    expect(await ask(keys, 3600)).toMatch(/^[\w+/=]{100,}$/);
    expect(await ask(keys, null)).toMatch(/^[\w+/=]{100,}$/);
  });

  it('a session that nobody gave is refused', async () => {
    await expect(ask(session, 3600)).rejects.toMatchObject({
      code: 'console-refused',
      details: { retry: 'afterSignIn' },
    });
  });
});

describe('an endpoint that answers otherwise', () => {
  const seen: string[] = [];
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {};
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    seen.push(`${request.method} ${request.url} ${Buffer.concat(parts)}`);
    answer(request, response);
  });
  let endpoint = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/federation`;
  });
  afterAll(() => void server.close());
  beforeEach(() => void seen.splice(0));
  afterEach(() => server.closeAllConnections());

  const ask = (durationSeconds: number | null = 3600, at = endpoint) =>
    askForToken(directTransport(), { endpoint: at, session, durationSeconds });
  const refused = async (at = endpoint) => {
    const error = await ask(3600, at).catch((reason: AppError) => reason);
    if (typeof error === 'string') throw new Error('a token was taken');
    return error;
  };
  const say = (status: number, body: string, headers: Record<string, string> = {}) => {
    answer = (_request, response) => void response.writeHead(status, headers).end(body);
  };

  it('the session is posted, and stands in no address', async () => {
    say(200, '{"SigninToken":"abc"}');
    expect(await ask()).toBe('abc');
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatch(/^POST \/federation Action=getSigninToken&SessionDuration=3600&Session=%7B/);
  });

  it('a refusal is asked about once more, without a length', async () => {
    answer = (_request, response) => {
      const isFirst = seen.length === 1;
      response.writeHead(isFirst ? 400 : 200).end(isFirst ? 'no' : '{"SigninToken":"abc"}');
    };
    expect(await ask()).toBe('abc');
    expect(seen.map((each) => each.includes('SessionDuration'))).toEqual([true, false]);
  });

  it.each([
    ['twice where a length was said', 3600, 2],
    ['once where none was', null, 1],
  ])('and is a refusal %s', async (_what, seconds, times) => {
    say(400, '<h1>Bad request</h1>', { 'content-type': 'text/html' });
    await expect(ask(seconds)).rejects.toMatchObject({
      code: 'console-refused',
      details: { subject: new URL(endpoint).host, raw: 'HTTP 400, text/html' },
    });
    expect(seen).toHaveLength(times);
  });

  it.each([
    ['another refusal', 403, 'no', {}, 'console-refused'],
    ['too many questions', 429, '', {}, 'console-unreachable'],
    ['a broken server', 503, '', {}, 'console-unreachable'],
    [
      'a page of the network',
      200,
      '<html>Sign in to the Wi-Fi</html>',
      { 'content-type': 'text/html' },
      'console-answer-garbled',
    ],
    ['a way to such a page', 302, '', { location: 'http://wifi.example/' }, 'console-answer-garbled'],
    ['half an answer', 200, '{"SigninToken":', {}, 'console-answer-garbled'],
    ['no token', 200, '{}', {}, 'console-answer-garbled'],
    ['a token that is none', 200, '{"SigninToken":"a b"}', {}, 'console-answer-garbled'],
    ['a token of another kind', 200, '{"SigninToken":7}', {}, 'console-answer-garbled'],
    ['an empty answer', 200, '', {}, 'console-answer-garbled'],
    [
      'an answer of no size',
      200,
      `{"SigninToken":"abc","x":"${'x'.repeat(70_000)}"}`,
      {},
      'console-answer-garbled',
    ],
    ['a token of no size', 200, `{"SigninToken":"${'x'.repeat(20_000)}"}`, {}, 'console-answer-garbled'],
  ])('%s is told as what it is', async (_what, status, body, headers, code) => {
    say(status, body, headers);
    expect((await refused()).code).toBe(code);
  });

  it('an answer without an end is not read to it', async () => {
    answer = (_request, response) => {
      const more = () =>
        void (response.destroyed || response.write('x'.repeat(65_536), () => setImmediate(more)));
      more();
    };
    expect((await refused()).code).toBe('console-answer-garbled');
  });

  it('nobody there, and a line that is cut, are told by name', async () => {
    expect(await refused('http://127.0.0.1:1/federation')).toMatchObject({
      code: 'console-unreachable',
      details: { subject: '127.0.0.1:1' },
    });
    answer = (_request, response) =>
      response.writeHead(200, { 'content-length': '100' }).write('x', () => response.destroy());
    expect((await refused()).code).toBe('console-unreachable');
  });

  it('what was sent is not told, also when a page sends it back', async () => {
    answer = (_request, response) => void response.writeHead(403).end(seen.join());
    const failure = toFailure(
      await refused(),
      (text) => text,
      () => 'x',
    );
    expect(JSON.stringify(failure)).not.toMatch(/sEcReT/);
  });
});
