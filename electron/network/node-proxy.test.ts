import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createSecureContext } from 'node:tls';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Authority, makeAuthority } from '../../tests/harness/authority.ts';
import { AppError } from '../lib/app-error.ts';
import { type ConnectProxy, startConnectProxy } from './connect-proxy.test-parts.ts';
import { directTransport } from './direct.test-parts.ts';
import type { NodeTransportOptions, ProxyAsk } from './node-transport.ts';
import type { BasicCredentials } from './proxy-agent.ts';
import type { HttpRequest } from './transport.ts';

const good = { user: 'ada', password: 'a:ß b' };
const bad = { user: 'ada', password: 'wrong' };
const basicOf = ({ user, password }: BasicCredentials) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
const wanting = (...challenges: string[]) => [
  'HTTP/1.1 407 Proxy Authentication Required',
  ...challenges.map((challenge) => `Proxy-Authenticate: ${challenge}`),
  'Content-Length: 0',
];

let proxy: ConnectProxy;
let server: Server;
let origin: string;
let seen: IncomingMessage['headers'][];
const toClose: { close(): void }[] = [];

const listen = async (one: Server, protocol: string) => {
  await new Promise<void>((done) => one.listen(0, '127.0.0.1', done));
  server = one;
  origin = `${protocol}://127.0.0.1:${(one.address() as AddressInfo).port}`;
};
beforeEach(async () => {
  seen = [];
  proxy = await startConnectProxy();
  await listen(
    createServer(async (request, response) => {
      seen.push(request.headers);
      response.end(`${request.url} ${await text(request)}`);
    }),
    'http',
  );
});
afterEach(async () => {
  for (const each of toClose.splice(0)) each.close();
  server.close();
  await proxy.close();
});

/** Answers what a transport behind the proxy brings. */
function behind(options: Partial<NodeTransportOptions> = {}) {
  const transport = directTransport({ proxyFor: async () => `PROXY 127.0.0.1:${proxy.port}`, ...options });
  toClose.push(transport);
  return async (change: Partial<HttpRequest> = {}) => {
    const request = { method: 'PUT', origin, path: '/a/../b', headers: {}, ...change };
    return text((await transport.send(request)).body);
  };
}
const failure = async (running: Promise<unknown>) => {
  const error: unknown = await running.catch((thrown: unknown) => thrown);
  if (error instanceof AppError) return { code: error.code, subject: error.details.subject };
  throw new Error('it went well, or failed in a way of its own', { cause: error });
};

describe('through a proxy', () => {
  it('an http origin is reached by a tunnel as well, paths untouched, and the tunnel is used again', async () => {
    const send = behind();
    expect(await send()).toBe('/a/../b ');
    expect(await send({ body: new TextEncoder().encode('x') })).toBe('/a/../b x');
    expect(proxy.asked).toEqual([{ target: new URL(origin).host, authorization: undefined }]);
  });

  it('the way that works is taken when an earlier one is dead', async () => {
    const dead = await startConnectProxy();
    await dead.close();
    const ways = `SOCKS a:1; PROXY 127.0.0.1:${dead.port}; PROXY 127.0.0.1:${proxy.port}`;
    expect(await behind({ proxyFor: async () => ways })()).toBe('/a/../b ');
    expect(proxy.asked).toHaveLength(1);
  });

  it('a dead proxy is said, when there is no other way', async () => {
    await proxy.close();
    expect(await failure(behind()())).toEqual({
      code: 'proxy-unreachable',
      subject: `127.0.0.1:${proxy.port}`,
    });
    proxy = await startConnectProxy();
  });

  it('a tunnel that is cut when it is used again is no dead proxy', async () => {
    const send = behind();
    await send();
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage) => request.socket.destroy());
    const cut = await send().catch((error: unknown) => error);
    expect(proxy.asked).toHaveLength(1);
    expect(cut).toMatchObject({ code: 'ECONNRESET' });
    expect(cut).not.toBeInstanceOf(AppError);
  });

  it('SOCKS alone is said to be not there', async () => {
    const send = behind({ proxyFor: async () => 'SOCKS5 proxy.corp.example:1080' });
    expect(await failure(send())).toEqual({
      code: 'proxy-kind-unsupported',
      subject: 'SOCKS5 proxy.corp.example:1080',
    });
  });

  it('a refusal is the proxy’s, not the server’s', async () => {
    proxy.answer = () => ['HTTP/1.1 403 Forbidden', 'Content-Length: 0'];
    expect(await failure(behind()())).toMatchObject({ code: 'proxy-refused' });
    expect(seen).toEqual([]);
  });

  it('a proxy that says nothing is not waited for', async () => {
    proxy.answer = () => 'silence';
    const timeouts = { connectMs: 20, answerMs: 10_000, stallMs: 10_000 };
    await expect(behind({ timeouts })()).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('a tunnel that nobody waits for any more is cut', async () => {
    const stop = new AbortController();
    const cut = new Promise<void>((done) => {
      proxy.answer = ({ socket }) => {
        socket.once('end', () => done());
        stop.abort();
        return 'silence';
      };
    });
    await expect(behind()({ signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
    await cut;
  });
});

describe('a proxy that wants a password', () => {
  const credentialsFor = vi.fn<(ask: ProxyAsk) => Promise<BasicCredentials | null>>();
  beforeEach(() => {
    credentialsFor.mockReset();
    proxy.answer = ({ headers }) =>
      headers['proxy-authorization'] === basicOf(good)
        ? 'tunnel'
        : wanting('Negotiate', 'Basic realm="Corp"');
  });
  const host = () => `127.0.0.1:${proxy.port}`;

  it('gets it by Basic; a stream is still whole, and the server never sees it', async () => {
    credentialsFor.mockResolvedValueOnce(good);
    const body = Readable.from([Buffer.from('whole')]);
    const send = behind({ credentialsFor });
    expect(await send({ body })).toBe('/a/../b whole');
    expect(credentialsFor).toHaveBeenCalledExactlyOnceWith({ host: host(), realm: 'Corp', rejected: null });
    expect(seen[0]).not.toHaveProperty('proxy-authorization');
    expect(JSON.stringify(seen)).not.toContain(basicOf(good));
  });

  it('is asked about again when the first was wrong', async () => {
    credentialsFor.mockResolvedValueOnce(bad).mockResolvedValueOnce(good);
    expect(await behind({ credentialsFor })()).toBe('/a/../b ');
    expect(credentialsFor).toHaveBeenLastCalledWith({ host: host(), realm: 'Corp', rejected: bad });
    expect(proxy.asked.map(({ authorization }) => authorization)).toEqual([
      undefined,
      basicOf(bad),
      basicOf(good),
    ]);
  });

  it('is a failure when the person gives none', async () => {
    credentialsFor.mockResolvedValueOnce(null);
    expect(await failure(behind({ credentialsFor })())).toEqual({
      code: 'proxy-password-missing',
      subject: host(),
    });
    expect(seen).toEqual([]);
  });

  it.each([
    ['NTLM', ['NTLM']],
    ['Negotiate', ['Negotiate']],
    ['both', ['Negotiate, NTLM']],
    ['Digest', ['Digest realm="Corp", nonce="Basic realm=x"']],
    ['nothing', []],
  ])('but offers %s is said to be not there, and nobody is asked', async (_what, challenges) => {
    proxy.answer = () => wanting(...challenges);
    expect(await failure(behind({ credentialsFor })())).toEqual({
      code: 'proxy-scheme-unsupported',
      subject: host(),
    });
    expect(credentialsFor).not.toHaveBeenCalled();
  });
});

describe('a server over https', () => {
  let authority: Authority;
  beforeAll(async () => {
    authority = await makeAuthority();
  });
  const serveAs = async (name: string) => {
    const keys = await authority.certify(name);
    server.close();
    await listen(
      createSecureServer(keys, (_request, response) => response.end('safe')),
      'https',
    );
  };
  const company = () => createSecureContext({ ca: [authority.pem] });
  const ways = [
    ['directly', async () => 'DIRECT'],
    ['through a proxy', undefined],
  ] as const;
  const on = (proxyFor: (typeof ways)[number][1]) => (proxyFor === undefined ? {} : { proxyFor });

  it.each(ways)('is good by the company’s own authority, %s', async (_how, proxyFor) => {
    await serveAs('127.0.0.1');
    expect(await behind({ secureContext: company(), ...on(proxyFor) })()).toBe('safe');
  });

  it.each(ways)('is refused without it, %s', async (_how, proxyFor) => {
    await serveAs('127.0.0.1');
    await expect(behind(on(proxyFor))()).rejects.toMatchObject({
      code: expect.stringMatching(/^(UNABLE_TO|SELF_SIGNED|DEPTH_)/),
    });
  });

  it.each(ways)('is refused under another name even with it, %s', async (_how, proxyFor) => {
    await serveAs('localhost');
    await expect(behind({ secureContext: company(), ...on(proxyFor) })()).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });

  it('is checked whatever the surroundings say', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    await serveAs('127.0.0.1');
    await expect(behind()()).rejects.toMatchObject({
      code: expect.stringMatching(/^(UNABLE_TO|SELF_SIGNED)/),
    });
    vi.unstubAllEnvs();
  });
});
