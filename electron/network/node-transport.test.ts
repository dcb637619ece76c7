import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directTransport } from './direct.test-parts.ts';
import type { HttpRequest, HttpTransport } from './transport.ts';

type Respond = (request: IncomingMessage, response: ServerResponse) => void;

let origin: string;
let respond: Respond;
let transport: HttpTransport;
let close: () => Promise<void>;

beforeEach(async () => {
  respond = (request, response) => response.end(request.url);
  const server = createServer((request, response) => respond(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
});
afterEach(async () => {
  transport.close();
  await close();
});

const get = (change: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  origin,
  path: '/',
  headers: {},
  ...change,
});

describe.each([{ lends: false }, { lends: true }])('a transport, $lends', ({ lends }) => {
  beforeEach(() => {
    transport = directTransport({ lends });
  });

  describe('a request', () => {
    it.each([
      '/',
      '//',
      '/a//b',
      '/a/../b',
      '/a/./b/..',
      '/%2e%2e/b',
      '/%2E%2e%2f',
      '/a%20b+c',
      '/a?x=%2F&y=a/b&z',
      '/a?prefix=..%2F..&q=//',
      "/!'()*~",
      '/a\\b',
    ])('leaves with its path exactly as given: %s', async (path) => {
      expect(await text((await transport.send(get({ path }))).body)).toBe(path);
    });

    it('carries its headers and its bytes, and brings status, headers and bytes', async () => {
      respond = async (request, response) => {
        const body = await buffer(request);
        response.writeHead(201, {
          'X-Method': request.method ?? '',
          'X-Given': request.headers['x-given'] ?? '',
          'X-Length': request.headers['content-length'] ?? '',
          'X-Twice': ['a', 'b'],
        });
        response.end(body);
      };
      const body = new Uint8Array([0, 1, 255, 13, 10]);
      const answer = await transport.send(get({ method: 'PUT', headers: { 'X-Given': 'yes' }, body }));
      expect(answer.status).toBe(201);
      expect(answer.headers).toMatchObject({
        'x-method': 'PUT',
        'x-given': 'yes',
        'x-length': '5',
        'x-twice': 'a, b',
      });
      expect(new Uint8Array(await buffer(answer.body))).toEqual(body);
    });

    it('carries a stream', async () => {
      respond = (request, response) => void request.pipe(response);
      const body = Readable.from([Buffer.from('one '), Buffer.from('two')]);
      expect(await text((await transport.send(get({ method: 'PUT', body }))).body)).toBe('one two');
    });

    it('fails with its stream', async () => {
      const body = new PassThrough();
      const answer = transport.send(get({ method: 'PUT', body }));
      body.destroy(new Error('the disk is gone'));
      await expect(answer).rejects.toThrow('the disk is gone');
    });

    it('uses a connection again', async () => {
      const ports = new Set<number | undefined>();
      respond = (request, response) => {
        ports.add(request.socket.remotePort);
        response.end('x');
      };
      for (const _ of [1, 2, 3]) await text((await transport.send(get())).body);
      expect(ports.size).toBe(1);
    });

    it('has as many connections as are allowed at the same time', async () => {
      const waiting: ServerResponse[] = [];
      respond = (_request, response) => {
        if (waiting.push(response) === 12) for (const each of waiting) each.end('x');
      };
      const answers = await Promise.all(Array.from({ length: 12 }, () => transport.send(get())));
      expect(answers).toHaveLength(12);
    });

    it('says by its code that nobody listens', async () => {
      await close();
      await expect(transport.send(get())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    });
  });

  describe('calling off', () => {
    it('before it began', async () => {
      await expect(transport.send(get({ signal: AbortSignal.abort() }))).rejects.toMatchObject({
        name: 'AbortError',
      });
    });

    it('while it waits for the answer', async () => {
      const stop = new AbortController();
      const closed = new Promise<void>((done) => {
        respond = (request) => {
          request.once('close', done);
          stop.abort();
        };
      });
      await expect(transport.send(get({ signal: stop.signal }))).rejects.toMatchObject({
        name: 'AbortError',
      });
      await closed;
    });

    it('in the midst of a body', async () => {
      respond = (_request, response) => void response.write('a part');
      const stop = new AbortController();
      const { body } = await transport.send(get({ signal: stop.signal }));
      body.once('data', () => stop.abort());
      await expect(text(body)).rejects.toMatchObject({ name: 'AbortError' });
    });
  });

  describe('silence', () => {
    const impatient = (limit: 'answerMs' | 'stallMs') => {
      const timeouts = { connectMs: 10_000, answerMs: 10_000, stallMs: 10_000, [limit]: 20 };
      transport.close();
      transport = directTransport({ timeouts, lends });
    };

    it('instead of an answer ends', async () => {
      impatient('answerMs');
      respond = () => {};
      await expect(transport.send(get())).rejects.toMatchObject({ name: 'TimeoutError' });
    });

    it('is none while a body goes, however long that takes', async () => {
      impatient('answerMs');
      let take: () => void = () => {};
      respond = (request, response) => {
        take = () => void request.resume().once('end', () => response.end('got it'));
      };
      const body = new PassThrough();
      const answer = transport.send(get({ method: 'PUT', body }));
      body.write('a part');
      // Much longer than an answer may take.
      await new Promise((later) => setTimeout(later, 100));
      body.end();
      take();
      expect(await text((await answer).body)).toBe('got it');
    });

    it('in the midst of a body ends it', async () => {
      impatient('stallMs');
      respond = (_request, response) => void response.write('a part');
      const { body } = await transport.send(get());
      await expect(text(body)).rejects.toMatchObject({ name: 'TimeoutError' });
    });

    it('of a body that is cut is an error, not an end', async () => {
      respond = (_request, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('a part', () => response.destroy());
      };
      const { body } = await transport.send(get());
      await expect(text(body)).rejects.toMatchObject({ code: 'ECONNRESET' });
    });
  });
});
