/** One GET on a connection and its answer. Knows the time limits; whose connection it is, it is told. */
import { validateHeaderName, validateHeaderValue } from 'node:http';
import { AppError } from '../../lib/app-error.ts';
import {
  abortError,
  closedEarly,
  type HttpAnswer,
  type HttpRequest,
  type Timeouts,
  timeoutError,
} from '../transport.ts';
import { AnswerReader } from './answer-reader.ts';
import type { Connection, Listener } from './connection.ts';
import { LentBody } from './lent-body.ts';

/** The server closed it just as it was used again; nothing of the request was answered. */
export class StaleConnection extends Error {
  override readonly name = 'StaleConnection';
}

export interface Surroundings {
  timeouts: Timeouts;
  connectionFor: (listener: Listener) => Connection;
  /** Called once. `stays`: it may be used again. */
  over: (connection: Connection, stays: boolean) => void;
}

export function exchange(request: HttpRequest, around: Surroundings): Promise<HttpAnswer> {
  const { timeouts, over } = around;
  if (request.signal?.aborted) return Promise.reject(abortError());
  const words = headOf(request);
  return new Promise((resolve, reject) => {
    let body: LentBody | null = null;
    let heard = false;
    let stays = false;
    let isWhole = false;
    let isOver = false;
    let timer: NodeJS.Timeout | undefined;

    const settle = (keep: boolean) => {
      isOver = true;
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', onAbort);
      connection.limitSilence(0);
      if (!keep) connection.destroy();
      over(connection, keep);
    };
    const fail = (error: Error) => {
      if (isOver) return;
      settle(false);
      body?.destroy(error);
      reject(error);
    };
    const onAbort = () => fail(abortError());
    const limit = (ms: number, what: string) => {
      clearTimeout(timer);
      timer = setTimeout(() => fail(timeoutError(what)), ms);
    };
    const goOn = () => {
      if (isOver) return;
      if (isWhole) return settle(stays);
      connection.limitSilence(timeouts.stallMs);
      connection.resume();
    };
    const reader = new AnswerReader({
      head(head) {
        clearTimeout(timer);
        stays = head.stays;
        body = new LentBody({ goOn, leave: () => fail(abortError()) });
        resolve({ status: head.status, headers: head.headers, body });
      },
      body: (bytes) => body?.came(bytes),
      end() {
        isWhole = true;
        body?.whole();
      },
    });
    const connection = around.connectionFor({
      bytes(bytes) {
        heard = true;
        try {
          reader.read(bytes);
        } catch (error) {
          const raw = String((error as Error).message);
          fail(new AppError('s3-answer-garbled', { retry: 'now', raw, cause: error }));
          return false;
        }
        return body?.taken() ?? true;
      },
      gone(error) {
        stays = false;
        if (error === null) reader.close();
        if (isWhole) return void body?.taken();
        if (connection.isUsed && !heard)
          return fail(new StaleConnection('closed as it was used', { cause: error }));
        fail(error ?? closedEarly(body ? 'aborted' : 'socket hang up'));
      },
      silent() {
        // While its reader is busy it is not the line that is silent.
        if (!body?.isHeld()) fail(timeoutError('waiting for bytes'));
      },
    });
    request.signal?.addEventListener('abort', onAbort);
    if (connection.isUsed) send();
    else {
      limit(timeouts.connectMs, 'connecting');
      connection.opened.then(send, () => {});
    }
    function send() {
      if (isOver) return;
      limit(timeouts.answerMs, 'waiting for the answer');
      connection.limitSilence(timeouts.stallMs);
      connection.write(words);
    }
  });
}

/** SECURITY: no path or header begins another line. As Node's own stack checks them. */
function headOf({ origin, path, headers }: HttpRequest): string {
  if (/[^\u0021-\u00ff]/.test(path)) throw new TypeError('a path with characters that no request line has');
  const lines = Object.entries(headers).map(([name, value]) => {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return `${name}: ${value}\r\n`;
  });
  const names = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  const host = names.has('host') ? '' : `host: ${new URL(origin).host}\r\n`;
  return `GET ${path} HTTP/1.1\r\n${host}${lines.join('')}connection: keep-alive\r\n\r\n`;
}
