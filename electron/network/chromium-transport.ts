/**
 * HTTP on Chromium's stack, in an organisation's own session: the system's proxies, PAC files, authorities and
 * sign-on are Chromium's. Sends and keeps no cookie. Chromium folds dots in paths: not for S3.
 */
import { pipeline, Readable, Transform } from 'node:stream';
import type { ClientRequest, ClientRequestConstructorOptions, IncomingMessage, Session } from 'electron';
import { AppError } from '../lib/app-error.ts';
import { networkError } from './chromium-errors.ts';
import type { BasicCredentials } from './proxy-agent.ts';
import {
  abortError,
  type HttpAnswer,
  type HttpRequest,
  type HttpTransport,
  plainHeaders,
  timeoutError,
} from './transport.ts';

export interface ChromiumTransportOptions {
  session: Session;
  /** Electron's `net.request`. */
  open: (options: ClientRequestConstructorOptions) => ClientRequest;
  /** Asked for proxies alone; nothing we call this way asks for a password of its own. */
  credentialsFor: (ask: {
    host: string;
    realm: string;
    rejected: BasicCredentials | null;
  }) => Promise<BasicCredentials | null>;
  /** Chromium tells nothing of connecting, so one limit covers the way to the head of the answer. */
  timeouts: { answerMs: number; stallMs: number };
}

/** Chromium gives these itself and refuses a request that brings them. */
const NOT_OURS =
  /^(host|content-length|connection|keep-alive|transfer-encoding|te|trailer|upgrade|cookie2?)$/i;

export function createChromiumTransport(options: ChromiumTransportOptions): HttpTransport {
  const running = new Set<ClientRequest>();
  return {
    send: (request) => send(request, options, running),
    close() {
      for (const request of running) request.abort();
    },
  };
}

function send(
  request: HttpRequest,
  { session, open, credentialsFor, timeouts }: ChromiumTransportOptions,
  running: Set<ClientRequest>,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    // Neither `credentials` nor `useSessionCookies`: no cookie either way, and proxies may still be signed on to.
    const outgoing = open({
      method: request.method,
      url: `${request.origin}${request.path}`,
      session,
      redirect: 'manual',
    });
    running.add(outgoing);
    let timer: NodeJS.Timeout | undefined;
    let sent: BasicCredentials | null = null;
    let refusedBy: string | null = null;
    const settle = () => {
      clearTimeout(timer);
      running.delete(outgoing);
      request.signal?.removeEventListener('abort', onAbort);
    };
    const fail = (error: Error) => {
      settle();
      outgoing.abort();
      reject(error);
    };
    const onAbort = () => fail(abortError());
    const wait = () => {
      timer = setTimeout(() => fail(timeoutError('waiting for the answer')), timeouts.answerMs);
    };

    if (request.signal?.aborted) return fail(abortError());
    request.signal?.addEventListener('abort', onAbort);
    for (const [name, value] of Object.entries(request.headers))
      if (!NOT_OURS.test(name)) outgoing.setHeader(name, value);
    outgoing.on('login', ({ isProxy, host, port, realm }, answer) => {
      if (!isProxy) return answer();
      // A person takes as long as a person takes.
      clearTimeout(timer);
      const proxy = `${host}:${port}`;
      void credentialsFor({ host: proxy, realm, rejected: sent }).then((given) => {
        sent = given;
        if (!given) refusedBy = proxy;
        wait();
        if (given) answer(given.user, given.password);
        else answer();
      });
    });
    outgoing.on('redirect', (status, _method, _url, headers) => {
      settle();
      resolve({ status, headers: plainHeaders(headers), body: Readable.from([]) });
    });
    outgoing.on('error', (error) => fail(networkError(error)));
    outgoing.on('response', (incoming) => {
      clearTimeout(timer);
      if (refusedBy !== null || incoming.statusCode === 407)
        return fail(new AppError('proxy-password-missing', { subject: refusedBy ?? 'the proxy' }));
      const body = bodyOf(incoming, outgoing, timeouts.stallMs, request.signal);
      body.once('close', settle);
      resolve({ status: incoming.statusCode, headers: plainHeaders(incoming.headers), body });
    });
    wait();
    if (request.body instanceof Readable) request.body.once('error', fail).pipe(outgoing as never);
    else outgoing.end(request.body === undefined ? undefined : Buffer.from(request.body));
  });
}

/** The answer's bytes, ended by an error when nothing comes for too long or nobody wants them any more. */
function bodyOf(
  incoming: IncomingMessage,
  outgoing: ClientRequest,
  stallMs: number,
  signal: AbortSignal | undefined,
): Readable {
  let timer: NodeJS.Timeout | undefined;
  const body = new Transform({
    transform(chunk, _encoding, done) {
      watch();
      done(null, chunk);
    },
  });
  const end = (error: Error) => body.destroy(error);
  const onAbort = () => end(abortError());
  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => end(timeoutError('waiting for bytes')), stallMs);
  };
  watch();
  signal?.addEventListener('abort', onAbort);
  body.once('close', () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    if (!body.readableEnded) outgoing.abort();
  });
  pipeline(incoming as unknown as Readable, body, () => {});
  return body;
}
