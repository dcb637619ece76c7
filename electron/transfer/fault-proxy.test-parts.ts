/** For tests: an HTTP proxy on loopback that does to each request what a schedule says, on real sockets. */
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export const FAULTS = [
  'none',
  /** The line breaks before S3 has heard anything, or while it hears. */
  'cut before',
  'cut up',
  /** S3 did it, and its answer never comes. */
  'lost answer',
  'cut down',
  'corrupt up',
  'corrupt down',
  '500',
  '503',
  'expired',
  'skewed',
  /** Nothing comes at all; the line stays open. */
  'stall',
  'stall down',
  'slow',
  /** Others that were sent later are answered before it. */
  'held back',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultProxy {
  port: number;
  /** The next requests take these, one each; behind the last, all goes well. */
  follow(schedule: readonly Fault[]): void;
  /** Path of each part that S3 took and whose answer went out whole, since the last schedule. */
  confirmed(): readonly string[];
  close(): Promise<void>;
}

const HELD_BACK_MS = 20;
const refusals: Partial<Record<Fault, [number, string]>> = {
  '500': [500, 'InternalError'],
  '503': [503, 'SlowDown'],
  expired: [400, 'ExpiredToken'],
  skewed: [403, 'RequestTimeTooSkewed'],
};

export async function openFaultProxy(): Promise<FaultProxy> {
  let left: Fault[] = [];
  let confirmed: string[] = [];
  const server = createServer((request, response) => {
    // Every cut breaks something of it; nobody waits for it then.
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    void pass(request, response, left.shift() ?? 'none', confirmed).catch(() => response.destroy());
  });
  // Its tunnels lead into itself: what goes through them is seen and spoiled.
  server.on('connect', (_request, socket: Socket, head: Buffer) => {
    socket.on('error', () => undefined);
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    server.emit('connection', socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    follow(schedule) {
      left = [...schedule];
      confirmed = [];
    },
    confirmed: () => confirmed,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  fault: Fault,
  confirmed: string[],
): Promise<void> {
  const refusal = refusals[fault];
  if (fault === 'cut before') return void request.socket.destroy();
  if (fault === 'stall') return void request.resume();
  if (refusal) return refuse(request, response, refusal);
  const body = await read(request, fault === 'cut up');
  if (body === null) return void request.socket.destroy();
  if (fault === 'corrupt up') flip(body);
  const answer = await forward(request, body);
  if (fault === 'held back') await wait(HELD_BACK_MS);
  // A Create whose answer is lost leaves an upload that nobody knows the name of: it is found as an unfinished one.
  const isCreate = request.method === 'POST' && /[?&]uploads/.test(request.url ?? '');
  if (isCreate) return tell(request, response, answer, 'none');
  if (fault === 'lost answer') return void request.socket.destroy();
  await tell(request, response, answer, fault);
  const isPart = request.method === 'PUT' && /partNumber=\d+/.test(request.url ?? '');
  if (isPart && answer.status === 200 && !fault.endsWith('down')) confirmed.push(request.url ?? '');
}

function refuse(request: IncomingMessage, response: ServerResponse, [status, code]: [number, string]): void {
  request.resume();
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<Error><Code>${code}</Code><Message>no</Message></Error>`);
}

/** Null: it was left half-way. */
async function read(request: IncomingMessage, half: boolean): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const whole = Number(request.headers['content-length'] ?? 0);
  for await (const chunk of request as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (half && bytes >= whole / 2) return null;
  }
  return half ? null : Buffer.concat(chunks);
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

function forward(request: IncomingMessage, body: Buffer): Promise<Answer> {
  const { method, headers } = request;
  const url = `http://${headers.host}${request.url}`;
  return new Promise((resolve, reject) => {
    const onward = send(url, { method, headers }, (incoming) => {
      incoming
        .toArray()
        .then((chunks: Buffer[]) =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: Buffer.concat(chunks),
          }),
        )
        .catch(reject);
    });
    onward.on('error', reject);
    onward.end(body);
  });
}

async function tell(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Answer,
  fault: Fault,
): Promise<void> {
  const { connection: _, ...kept } = headers;
  response.writeHead(status, kept);
  const half = body.length >> 1;
  if (fault === 'corrupt down' && request.method === 'GET' && status < 300 && isData(headers)) flip(body);
  if (fault === 'cut down' || fault === 'stall down') {
    response.write(body.subarray(0, half));
    response.flushHeaders();
    if (fault === 'stall down') return;
    await wait(1);
    return void request.socket.destroy();
  }
  if (fault === 'slow')
    for (let at = 0; at < body.length; at += 262_144) {
      response.write(body.subarray(at, at + 262_144));
      await wait(1);
    }
  else response.write(body);
  await new Promise<void>((resolve) => response.end(resolve));
}

/** A list that says something else would be another lie than one of the line. */
const isData = (headers: IncomingMessage['headers']) => headers['content-type'] !== 'application/xml';

/** One bit, in the middle. */
function flip(bytes: Buffer): void {
  const at = bytes.length >> 1;
  if (bytes.length > 0) bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
}
