import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HandedOut } from '../handout/formats/handed-out.ts';
import { createContainerEndpoint } from './container-endpoint.ts';

const SECRET = 'planted-secret';
const session: HandedOut = {
  accountId: '111122223333',
  accessKeyId: 'ASIAEXAMPLE',
  secretAccessKey: SECRET,
  sessionToken: `${SECRET}-token`,
  region: 'eu-west-1',
  expiresAt: Date.UTC(2026, 9, 2, 16, 42, 5, 678),
  s3Endpoint: undefined,
};
let endpoint: ReturnType<typeof open>['endpoint'];

function open() {
  const live = new Set(['reports', 'audit']);
  const guessed = vi.fn();
  const made = createContainerEndpoint({
    session: (pass) => (live.has(pass) ? session : null),
    now: Date.now,
    changed: () => {},
    guessed,
  });
  endpoint = made;
  return { endpoint: made, live, guessed };
}

afterEach(() => endpoint.closeAll());

interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

function get(url: string, headers: Record<string, string>, method = 'GET', path?: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, method, ...(path !== undefined && { path }) }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the container credentials endpoint', () => {
  it('gives what SDKs expect, never to be kept', async () => {
    const { url, token } = await open().endpoint.open('reports');
    expect(new URL(url).hostname).toBe('127.0.0.1');
    const { status, headers, body } = await get(url, { Authorization: token });
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' });
    expect(JSON.parse(body)).toEqual({
      AccessKeyId: 'ASIAEXAMPLE',
      SecretAccessKey: SECRET,
      Token: `${SECRET}-token`,
      Expiration: '2026-10-02T16:42:05Z',
      AccountId: '111122223333',
    });
  });

  it('has one place a pass, which stays while it is open', async () => {
    const { endpoint } = open();
    const [one, again, other] = [
      await endpoint.open('reports'),
      await endpoint.open('reports'),
      await endpoint.open('audit'),
    ];
    expect(again).toEqual(one);
    expect(other.url).not.toBe(one.url);
    expect(other.token).not.toBe(one.token);
    await endpoint.close('reports');
    expect([endpoint.isOpen('reports'), endpoint.isOpen('audit')]).toEqual([false, true]);
    expect((await get(one.url, { Authorization: one.token })).status).toBe(401);
    await endpoint.close('audit');
    await expect(get(other.url, { Authorization: other.token })).rejects.toThrow('ECONNREFUSED');
  });

  it('says at once that the session is over', async () => {
    const { endpoint, live } = open();
    const { url, token } = await endpoint.open('reports');
    live.clear();
    const { status, body } = await get(url, { Authorization: token });
    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({ code: 'SessionEnded' });
  });

  it('refuses a wrong token and a wrong path alike, with nothing in the answer', async () => {
    const { endpoint } = open();
    const { url, token } = await endpoint.open('reports');
    const other = await endpoint.open('audit');
    const answers = [
      await get(url, {}),
      await get(url, { Authorization: '' }),
      await get(url, { Authorization: token.slice(1) }),
      await get(url, { Authorization: `${token}0` }),
      await get(url, { Authorization: `Bearer ${token}` }),
      await get(url, { Authorization: other.token }),
      await get(`${url}x`, { Authorization: token }),
      await get(`${url}?a=b`, { Authorization: token }),
      await get(url, { Authorization: token }, 'GET', `/${new URL(url).pathname}`),
      await get(url, { Authorization: token }, 'GET', new URL(url).pathname.replace('c', '%63')),
      await get(url, { Authorization: token }, 'GET', url),
      await get(new URL('/', url).href, { Authorization: token }),
    ];
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`))).toEqual(
      new Set(['401 {"code":"AccessDenied","message":"Not authorised."}']),
    );
  });

  it.each([
    ['a rebound name', { Host: 'evil.example' }, 400],
    ['a name that begins like ours', { Host: '127.0.0.1.evil.example' }, 400],
    ['another port', { Host: '127.0.0.1:1' }, 400],
    ['a page of the web', { Origin: 'https://evil.example' }, 403],
    ['a page of no origin', { Origin: 'null' }, 403],
    ['a browser', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a page that leads here', { Referer: 'https://evil.example/' }, 403],
    ['a proxy', { 'X-Forwarded-For': '10.0.0.1' }, 403],
  ])('refuses %s even with the token', async (_who, headers, status) => {
    const { url, token } = await open().endpoint.open('reports');
    const answered = await get(url, { Authorization: token, ...headers });
    expect(answered.status).toBe(status);
    expect(answered.body).not.toContain(SECRET);
  });

  it.each(['POST', 'PUT', 'OPTIONS', 'HEAD'])('refuses %s', async (method) => {
    const { url, token } = await open().endpoint.open('reports');
    expect((await get(url, { Authorization: token }, method)).status).toBe(405);
  });

  it('answers nobody without a Host', async () => {
    const { url } = await open().endpoint.open('reports');
    const said = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () =>
        socket.write('GET / HTTP/1.1\r\n\r\n'),
      );
      let text = '';
      socket.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      socket.on('close', () => resolve(text));
    });
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('takes a shell that still has the lines of a closed one for no guesser', async () => {
    const { endpoint, guessed } = open();
    const stale = await endpoint.open('reports');
    const other = await endpoint.open('audit');
    await endpoint.close('reports');
    for (let i = 0; i < 25; i++)
      expect((await get(stale.url, { Authorization: stale.token })).status).toBe(401);
    expect((await get(other.url, { Authorization: other.token })).status).toBe(200);
    expect(guessed).not.toHaveBeenCalled();
  });

  it('answers a program that fetches as a page would, but is none', async () => {
    const { url, token } = await open().endpoint.open('reports');
    const answered = await fetch(url, { headers: { Authorization: token } });
    expect(answered.status).toBe(200);
  });

  it('closes when somebody guesses', async () => {
    const { endpoint, guessed } = open();
    const { url, token } = await endpoint.open('reports');
    for (let i = 0; i < 20; i++) await get(url, { Authorization: `guess ${i}` });
    await vi.waitFor(() => expect(guessed).toHaveBeenCalledTimes(1));
    await expect(get(url, { Authorization: token })).rejects.toThrow('ECONNREFUSED');
    expect(endpoint.isOpen('reports')).toBe(false);
  });
});
