/**
 * One HTTP request and its answer, as every road to AWS is asked for it. Chromium's and Node's stacks stand
 * behind it; STS and S3 build on it. Pure.
 */
import type { Readable } from 'node:stream';

export interface HttpRequest {
  method: string;
  /** `https://host` or `http://host:port`, nothing after it. */
  origin: string;
  /** Path and query, from the first `/`. Node's stack sends it byte for byte; Chromium's folds dot segments. */
  path: string;
  /** Names in any case; `host` and `content-length` are the sender's to give. */
  headers: Readonly<Record<string, string>>;
  /** A stream is read only once the way to the server is open, so a refusal on the way leaves it whole. */
  body?: Uint8Array | Readable;
  signal?: AbortSignal;
}

export interface HttpAnswer {
  status: number;
  /** Names in lower case; several values of one name joined with `, `. */
  headers: Record<string, string>;
  body: Readable;
}

export interface HttpTransport {
  /** Rejects with an `AppError` for what the network itself refuses, else with an error that has a `code`. */
  send(request: HttpRequest): Promise<HttpAnswer>;
  close(): void;
}

export interface Timeouts {
  /** From the start to an open connection; the person's time at a password prompt does not count. */
  connectMs: number;
  /** From the open connection to the head of the answer. */
  answerMs: number;
  /** Longest silence on the line, also in the midst of a body. */
  stallMs: number;
}

/** The name is what AWS's SDK knows as worth another try. */
export function timeoutError(what: string): Error {
  const error = new Error(`${what} took too long`);
  error.name = 'TimeoutError';
  return error;
}

export function abortError(): Error {
  const error = new Error('Request aborted');
  error.name = 'AbortError';
  return error;
}

/** The other side closed the connection before the answer was whole; the code is what callers know as worth another try. */
export function closedEarly(what: string): Error {
  return Object.assign(new Error(what), { code: 'ECONNRESET' });
}

export function plainHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
