/**
 * The DevTools protocol over two streams: JSON with a NUL after each message, answers matched to calls by number,
 * events handed on. Knows no browser and no command.
 */
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

export interface CdpEvent {
  method: string;
  params: unknown;
  /** The page, frame or worker it is about; absent: the browser. */
  sessionId: string | undefined;
}

export interface CdpPipe {
  /** Rejects when the other side refuses, or when the pipe ends first. */
  send(method: string, params?: object, sessionId?: string): Promise<unknown>;
}

interface Handlers {
  event: (event: CdpEvent) => void;
  /** Said once. `closed`: the other side let go. `broken`: what came was no protocol. */
  ended: (how: 'closed' | 'broken', reason: string) => void;
}

const Message = z.looseObject({
  id: z.number().int().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.looseObject({ message: z.string() }).optional(),
  sessionId: z.string().optional(),
});
type Message = z.infer<typeof Message>;

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/** A form of 1 MiB is the largest that is read, and comes twice: as text and as base64. */
const LARGEST_MESSAGE_BYTES = 16 * 1_048_576;

export function openCdpPipe(to: Writable, from: Readable, { event, ended }: Handlers): CdpPipe {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let over: string | null = null;

  const end = (how: 'closed' | 'broken', reason: string) => {
    if (over !== null) return;
    over = reason;
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
    ended(how, reason);
  };
  const settle = (id: number, { error, result }: Message) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.reject(new Error(error.message));
    else call?.resolve(result);
  };
  const take = (text: string) => {
    if (over !== null) return;
    const message = Message.safeParse(parse(text));
    if (!message.success) return end('broken', 'not the DevTools protocol');
    const { id, method, params, sessionId } = message.data;
    if (id !== undefined) settle(id, message.data);
    else if (method !== undefined) event({ method, params, sessionId });
  };

  const split = createSplitter(take, () => end('broken', 'a message without end'));
  from.on('data', split);
  from.once('end', () => end('closed', 'the pipe ended'));
  for (const stream of [from, to]) {
    stream.on('error', () => end('closed', 'the pipe broke'));
    stream.once('close', () => end('closed', 'the pipe closed'));
  }
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (over !== null) return reject(new Error(over));
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      }),
  };
}

/** Bytes as they come → whole messages; keeps the pieces of one that has not ended. */
function createSplitter(take: (text: string) => void, tooLong: () => void): (chunk: Buffer) => void {
  let pieces: Buffer[] = [];
  let length = 0;
  return (chunk) => {
    let from = 0;
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, from)) {
      const text = Buffer.concat([...pieces, chunk.subarray(from, at)]).toString('utf8');
      pieces = [];
      length = 0;
      from = at + 1;
      take(text);
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > LARGEST_MESSAGE_BYTES) tooLong();
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
