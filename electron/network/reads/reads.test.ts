import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { createSecureContext, type TLSSocket } from 'node:tls';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Authority, makeAuthority } from '../../../tests/harness/authority.ts';
import type { HttpRequest } from '../transport.ts';
import { eachChunk } from './each-chunk.ts';
import type { LentBody } from './lent-body.ts';
import { createReads, type Reads } from './reads.ts';

type Respond = (request: IncomingMessage, response: ServerResponse) => void;

const TIMEOUTS = { connectMs: 10_000, answerMs: 10_000, stallMs: 10_000 };
const toClose: (() => void)[] = [];
let authority: Authority;
beforeAll(async () => {
  authority = await makeAuthority();
});
afterEach(() => {
  for (const close of toClose.splice(0)) close();
});

interface House {
  reads: Reads;
  get(change?: Partial<HttpRequest>): Promise<LentBody>;
  origin: string;
  sockets: Socket[];
}

async function house(
  respond: Respond,
  { secure = false, timeouts = TIMEOUTS, host = '127.0.0.1' } = {},
): Promise<House> {
  const server: Server = secure
    ? createSecureServer({ ...(await authority.certify(host)), keepAliveTimeout: 60_000 }, respond)
    : createServer({ keepAliveTimeout: 60_000 }, respond);
  const sockets: Socket[] = [];
  server.on(secure ? 'secureConnection' : 'connection', (socket: Socket) => sockets.push(socket));
  await new Promise<void>((done) => server.listen(0, host, done));
  const origin = `${secure ? 'https' : 'http'}://${host}:${(server.address() as AddressInfo).port}`;
  const reads = createReads({ secureContext: createSecureContext({ ca: authority.pem }), timeouts });
  toClose.push(() => {
    reads.close();
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const request: HttpRequest = { method: 'GET', origin, path: '/', headers: {} };
  return {
    reads,
    origin,
    sockets,
    get: async (change) => (await reads.send({ ...request, ...change })).body as LentBody,
  };
}

/** What was lent, put together. `back`: what the bytes are waited for with. */
async function lent(body: LentBody, back: () => Promise<void> | null = () => null): Promise<Buffer> {
  const parts: Buffer[] = [];
  await body.lend((bytes) => {
    const waits = back();
    // Copied when they are given back: until then they must not be overwritten.
    if (waits) return waits.then(() => void parts.push(Buffer.from(bytes)));
    parts.push(Buffer.from(bytes));
    return null;
  });
  return Buffer.concat(parts);
}

const turn = () => new Promise<void>((done) => setImmediate(done));
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe.each([{ secure: false }, { secure: true }])('what is read, secure: $secure', ({ secure }) => {
  const MANY = randomBytes(5_000_000);

  it('is lent with every byte, also where each is waited for', async () => {
    const { get, sockets } = await house((_, response) => response.end(MANY), { secure });
    expect(hash(await lent(await get()))).toBe(hash(MANY));
    expect(hash(await lent(await get(), turn))).toBe(hash(MANY));
    expect(sockets).toHaveLength(1);
  });

  it('comes in chunks too, and many at once', async () => {
    const respond: Respond = (_, response) => {
      for (let at = 0; at < MANY.length; at += 300_000) response.write(MANY.subarray(at, at + 300_000));
      response.end();
    };
    const { get, sockets } = await house(respond, { secure });
    const all = await Promise.all(Array.from({ length: 8 }, async () => hash(await lent(await get(), turn))));
    expect(new Set(all)).toEqual(new Set([hash(MANY)]));
    expect(sockets).toHaveLength(8);
  });

  it('is a stream to those who do not borrow', async () => {
    const { get, sockets } = await house((_, response) => response.end(MANY), { secure });
    expect(hash(await buffer(await get()))).toBe(hash(MANY));
    const parts: Buffer[] = [];
    await eachChunk(await get(), (bytes) => {
      parts.push(Buffer.from(bytes));
      return null;
    });
    expect(hash(Buffer.concat(parts))).toBe(hash(MANY));
    expect(sockets).toHaveLength(1);
  });

  it('waits for whoever reads it: no more comes than fits', async () => {
    let written = 0;
    const { get } = await house(
      (_, response) => {
        response.writeHead(200, { 'Content-Length': MANY.length * 100 });
        const more = () => {
          while (response.write(MANY)) written += MANY.length;
          written += MANY.length;
        };
        response.on('drain', more);
        more();
      },
      { secure },
    );
    const body = await get();
    for (let before = -1; before !== written; ) {
      before = written;
      await new Promise((later) => setTimeout(later, 100));
    }
    expect(written).toBeLessThan(MANY.length * 50);
    body.destroy();
  });

  it('ends its connection when it is left in the midst', async () => {
    const { get, sockets } = await house((_, response) => void response.write('a part'), { secure });
    const body = await get();
    const [socket] = sockets;
    const closed = new Promise((done) => socket?.once('close', done));
    body.destroy();
    await closed;
    expect(body.readableEnded).toBe(false);
  });
});

describe('a borrower', () => {
  it('that fails ends it with its own error', async () => {
    const { get } = await house((_, response) => response.end('x'));
    await expect(lent(await get(), () => Promise.reject(new Error('disk full')))).rejects.toThrow(
      'disk full',
    );
    const body = await get();
    await expect(
      body.lend(() => {
        throw new Error('too many');
      }),
    ).rejects.toThrow('too many');
  });

  it('keeps what it has until it gives it back, whatever becomes of the connection', async () => {
    const { get, sockets } = await house((_, response) => void response.write('a part'));
    const stop = new AbortController();
    const body = await get({ signal: stop.signal });
    const order: string[] = [];
    let giveBack = () => {};
    const reading = body.lend(
      () =>
        new Promise<void>((resolve) => {
          giveBack = () => {
            order.push('given back');
            resolve();
          };
          stop.abort();
        }),
    );
    const told = reading.catch((error: Error) => order.push(error.name));
    await expect.poll(() => sockets[0]?.destroyed).toBe(true);
    giveBack();
    await told;
    expect(order).toEqual(['given back', 'AbortError']);
  });

  it('that takes its time is not the line’s silence', async () => {
    const timeouts = { ...TIMEOUTS, stallMs: 20 };
    const { get } = await house((_, response) => response.end('slowly'), { timeouts });
    const late = () => new Promise<void>((done) => setTimeout(done, 100));
    expect((await lent(await get(), late)).toString()).toBe('slowly');
  });

  it('that never comes is told from one that is slow', async () => {
    const timeouts = { ...TIMEOUTS, stallMs: 20 };
    const { get, sockets } = await house((_, response) => response.end('for nobody'), { timeouts });
    const body = await get();
    await expect.poll(() => sockets[0]?.destroyed).toBe(true);
    await expect(lent(body)).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('that comes late gets all of it, or hears what went wrong', async () => {
    const { get, sockets } = await house((_, response) => {
      response.writeHead(200, { 'Content-Length': 10 });
      response.write('a part');
    });
    const body = await get();
    sockets[0]?.resetAndDestroy();
    await expect(lent(body)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await expect(lent(body)).rejects.toMatchObject({ code: 'ECONNRESET' });
  });
});

describe('a connection', () => {
  it('that the server closed meanwhile is not used again', async () => {
    const { get, sockets } = await house((_, response) => response.end('x'));
    await lent(await get());
    const [first] = sockets;
    const gone = new Promise((done) => first?.once('close', done));
    first?.end();
    await gone;
    expect((await lent(await get())).toString()).toBe('x');
    expect(sockets).toHaveLength(2);
  });

  it('that is closed just as it is used again costs no request', async () => {
    let asked = 0;
    const { get, sockets } = await house((request, response) => {
      // The second one on it: the server had closed it before it saw that.
      if (++asked === 2) request.socket.destroy();
      else response.end('x');
    });
    await lent(await get());
    expect((await lent(await get())).toString()).toBe('x');
    expect(asked).toBe(3);
    expect(sockets).toHaveLength(2);
  });

  it('that is new and closed at once is an error', async () => {
    const { get } = await house((request) => void request.socket.destroy());
    await expect(get()).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('that answers something else than HTTP is worth another try', async () => {
    const { get } = await house((request) => void request.socket.end('SSH-2.0-x\r\n'));
    await expect(get()).rejects.toMatchObject({ code: 's3-answer-garbled' });
  });

  it('that says something nobody asked for is left', async () => {
    const { get, sockets } = await house((_, response) => response.end('x'));
    await lent(await get());
    const [first] = sockets;
    const gone = new Promise((done) => first?.once('close', done));
    first?.write('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged');
    await gone;
    expect((await lent(await get())).toString()).toBe('x');
  });

  it('goes when all is closed, and so does what is under way', async () => {
    const { get, reads, sockets } = await house((request, response) => {
      if (request.url === '/idle') response.end('x');
      else response.write('a part');
    });
    const [, body] = await Promise.all([get({ path: '/idle' }).then((idle) => lent(idle)), get()]);
    const waiting = lent(body);
    reads.close();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => sockets.every(({ destroyed }) => destroyed)).toBe(true);
  });

  it('that was used and waits for an answer when all is closed is not taken for a stale one', async () => {
    let asked = 0;
    const { get, reads, sockets } = await house((_, response) => {
      if (++asked === 1) response.end('x');
    });
    await lent(await get());
    const waiting = get();
    await expect.poll(() => asked).toBe(2);
    reads.close();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(sockets).toHaveLength(1);
  });

  it('is made to a name whichever of its addresses answers', async () => {
    const { get } = await house((_, response) => response.end('x'), { secure: true, host: 'localhost' });
    expect((await lent(await get())).toString()).toBe('x');
  });
});

describe('a secure one', () => {
  it('is refused when its certificate is of nobody that is trusted, or of another host', async () => {
    const { origin } = await house((_, response) => response.end('x'), { secure: true });
    const request: HttpRequest = { method: 'GET', origin, path: '/', headers: {} };
    const strangers = createReads({ secureContext: undefined, timeouts: TIMEOUTS });
    await expect(strangers.send(request)).rejects.toMatchObject({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
    const other = createSecureServer(await authority.certify('other.example'), (_, response) =>
      response.end('x'),
    );
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    toClose.push(() => other.close());
    const trusting = createReads({
      secureContext: createSecureContext({ ca: authority.pem }),
      timeouts: TIMEOUTS,
    });
    const there = `https://127.0.0.1:${(other.address() as AddressInfo).port}`;
    await expect(trusting.send({ ...request, origin: there })).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });

  it('goes on with the session of one before', async () => {
    const { get, sockets } = await house((_, response) => response.end('x'), { secure: true });
    await lent(await get());
    sockets[0]?.end();
    await expect.poll(() => sockets[0]?.destroyed).toBe(true);
    await lent(await get());
    expect((sockets[1] as TLSSocket).isSessionReused()).toBe(true);
  });
});

describe('a request', () => {
  it('says its host and its headers', async () => {
    const { get, origin } = await house((request, response) =>
      response.end(`${request.headers.host} ${request.headers['x-a']} ${request.headers.connection}`),
    );
    const host = origin.slice('http://'.length);
    expect(await text(await get({ headers: { 'x-a': 'ä' } }))).toBe(`${host} ä keep-alive`);
    expect(await text(await get({ headers: { Host: 'other' } }))).toBe('other undefined keep-alive');
  });

  it.each<[string, Partial<HttpRequest>]>([
    ['a path with a line', { path: '/a\r\nX: y' }],
    ['a path with a space', { path: '/a b' }],
    ['a path that is no byte', { path: '/☃' }],
    ['a header with a line', { headers: { a: 'b\r\nX: y' } }],
    ['a name that is none', { headers: { 'a b': 'x' } }],
  ])('never leaves with %s', async (_, change) => {
    let asked = 0;
    const { get } = await house((_request, response) => {
      asked++;
      response.end();
    });
    await expect(get(change)).rejects.toThrow(TypeError);
    expect(asked).toBe(0);
  });
});
