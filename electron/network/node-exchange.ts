/** One request on Node's stack and its answer, over an agent that is given. Knows timeouts, no proxy's rules. */

import type { Agent } from 'node:http';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { checkServerIdentity, type SecureContext } from 'node:tls';
import { placeOf } from './place-of.ts';
import { GAVE_UP } from './proxy-agent.ts';
import {
  abortError,
  type HttpAnswer,
  type HttpRequest,
  plainHeaders,
  type Timeouts,
  timeoutError,
} from './transport.ts';

/** The proxy answered the CONNECT with something else than a tunnel. */
export class ProxyAnswered extends Error {
  override readonly name = 'ProxyAnswered';
  constructor(
    readonly status: number,
    readonly challenges: readonly string[],
  ) {
    super(`the proxy answered ${status}`);
  }
}

/** The proxy itself could not be reached. */
export class ProxyUnreachable extends Error {
  override readonly name = 'ProxyUnreachable';
}

interface Surroundings {
  agent: Agent;
  viaProxy: boolean;
  secureContext: SecureContext | undefined;
  timeouts: Timeouts;
}

export function exchange(request: HttpRequest, around: Surroundings): Promise<HttpAnswer> {
  const stream = request.body instanceof Uint8Array ? undefined : request.body;
  if (request.signal?.aborted) return Promise.reject(abortError());
  if (stream?.errored) return Promise.reject(stream.errored);
  return new Promise((resolve, reject) => {
    const { timeouts, viaProxy } = around;
    let answer: IncomingMessage | undefined;
    let tunnelled = !viaProxy;
    let timer: NodeJS.Timeout | undefined;
    const outgoing = begin(request, around);
    let over = false;
    const settle = () => {
      over = true;
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', onAbort);
      stream?.off('error', fail);
    };
    const fail = (error: Error) => {
      settle();
      // The body carries the error on when it is being read already.
      if (answer) answer.destroy(error);
      outgoing.emit(GAVE_UP);
      outgoing.destroy(error);
      reject(tunnelled || isOurs(error) ? error : new ProxyUnreachable('no proxy there', { cause: error }));
    };
    const onAbort = () => fail(abortError());
    const limit = (ms: number, what: string) => {
      clearTimeout(timer);
      timer = setTimeout(() => fail(timeoutError(what)), ms);
    };

    limit(timeouts.connectMs, 'connecting');
    request.signal?.addEventListener('abort', onAbort);
    stream?.on('error', fail);
    outgoing.setTimeout(timeouts.stallMs, () => fail(timeoutError('waiting for bytes')));
    outgoing.on('error', fail);
    outgoing.once('proxyConnect', ({ statusCode, headers }: ConnectAnswer) => {
      tunnelled = true;
      if (statusCode !== 200) fail(new ProxyAnswered(statusCode, valuesOf(headers['proxy-authenticate'])));
    });
    // A body on a thin line takes its time: while bytes go, only silence is too long.
    const opened = new Promise<void>((resolve) => {
      outgoing.once('socket', (socket) => {
        // Its tunnel is from a request before: what breaks now is no fault of the proxy's door.
        if (outgoing.reusedSocket) tunnelled = true;
        whenOpen(outgoing, socket, () => {
          clearTimeout(timer);
          resolve();
        });
        sendBody(outgoing, request.body);
      });
    });
    outgoing.once('finish', () => {
      void opened.then(() => {
        if (!over) limit(timeouts.answerMs, 'waiting for the answer');
      });
    });
    outgoing.once('response', (incoming) => {
      over = true;
      clearTimeout(timer);
      answer = incoming;
      incoming.once('close', settle);
      resolve({
        status: incoming.statusCode ?? 0,
        headers: plainHeaders(incoming.headers),
        body: incoming,
      });
    });
  });
}

interface ConnectAnswer {
  statusCode: number;
  headers: NodeJS.Dict<string | string[]>;
}

function begin(request: HttpRequest, { agent, secureContext }: Surroundings): ClientRequest {
  const { isSecure, host, port } = placeOf(request.origin);
  const common = {
    protocol: isSecure ? 'https:' : 'http:',
    host,
    port,
    method: request.method,
    path: request.path,
    headers: request.headers,
    agent,
  };
  if (!isSecure) return httpRequest(common);
  return httpsRequest({
    ...common,
    ...(secureContext === undefined ? {} : { secureContext }),
    rejectUnauthorized: true,
    // In a tunnel to an address of digits Node has no name left to compare the certificate with.
    checkServerIdentity: (_name, certificate) => checkServerIdentity(host, certificate),
  });
}

function whenOpen(outgoing: ClientRequest, socket: Socket, open: () => void): void {
  if (outgoing.reusedSocket) open();
  else if ('encrypted' in socket) socket.once('secureConnect', open);
  else if (socket.connecting) socket.once('connect', open);
  else open();
}

function sendBody(outgoing: ClientRequest, body: HttpRequest['body']): void {
  if (body === undefined || body instanceof Uint8Array) return void outgoing.end(body);
  body.pipe(outgoing);
}

const isOurs = (error: Error) => ['TimeoutError', 'AbortError', 'ProxyAnswered'].includes(error.name);
const valuesOf = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
