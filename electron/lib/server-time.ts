/**
 * Measures how far this machine's clock is from AWS's, by the `Date` header of any answer of an SDK client.
 * Knows no service and keeps nothing.
 */
import { machineNow } from './clock.ts';

/** `aheadMs`: how far the server's clock is ahead of this machine's; `roughMs`: how wrong that may be. */
export interface ServerTime {
  aheadMs: number;
  roughMs: number;
}

export type TellServerTime = (time: ServerTime) => void;

/** Whole seconds are written into a `Date` header (RFC 9110), the rest is cut off. */
const SECOND_MS = 1000;

/** Null when the answer names no time. `sentAt` and `receivedAt`: epoch ms of this machine. */
export function readServerTime(
  headers: Readonly<Record<string, string>>,
  sentAt: number,
  receivedAt: number,
): ServerTime | null {
  // SECURITY: the pages of portals and proxies have a date too; only what names an AWS request counts.
  if (!headers['x-amzn-requestid'] && !headers['x-amz-request-id']) return null;
  const serverAt = Date.parse(headers.date ?? '');
  if (Number.isNaN(serverAt) || receivedAt < sentAt) return null;
  return {
    aheadMs: Math.round(serverAt + SECOND_MS / 2 - (sentAt + receivedAt) / 2),
    roughMs: Math.ceil((receivedAt - sentAt + SECOND_MS) / 2),
  };
}

/** The part of an SDK client that is used. */
interface Listenable {
  middlewareStack: {
    add(
      middleware: (next: (args: never) => Promise<{ response: unknown }>) => (args: never) => Promise<never>,
      options: { step: 'deserialize'; priority: 'low'; name: string },
    ): void;
  };
}

/** Refusals carry a date like any answer; what could not be reached carries none. */
export function listenForTime(client: object, tell: TellServerTime): void {
  (client as Listenable).middlewareStack.add(
    (next) => async (args) => {
      const sentAt = machineNow();
      const result = await next(args);
      const { headers = {} } = result.response as { headers?: Record<string, string> };
      const time = readServerTime(headers, sentAt, machineNow());
      if (time) tell(time);
      return result as never;
    },
    { step: 'deserialize', priority: 'low', name: 'daypassServerTime' },
  );
}

/** Whether a new measurement says something that the one before did not. */
export function differs(time: ServerTime, knownAheadMs: number): boolean {
  return Math.abs(time.aheadMs - knownAheadMs) > time.roughMs + SECOND_MS;
}

/** Passes on the first measurement, and then only those that say something new. */
export function onlyNews(tell: TellServerTime): TellServerTime {
  let known: ServerTime | undefined;
  return (time) => {
    if (known && !differs(time, known.aheadMs)) return;
    known = time;
    tell(time);
  };
}
