/**
 * The screen's end of the port to the S3 process: asks for one when it is needed, matches answers to
 * requests, and tells every open request when its port is gone. Knows no listing and no words.
 */
import type { Failure, Reply } from '../../electron/contract/failure.ts';
import { S3Answer, type S3Request } from '../../electron/contract/s3-port.ts';
import type { WorkProgress } from '../../electron/contract/s3-work.ts';

/** The part of a MessagePort that is used here. */
export interface PortLike {
  postMessage(message: S3Request): void;
  addEventListener(name: 'message' | 'close', listener: (event: { data?: unknown }) => void): void;
  start(): void;
  close(): void;
}

type WithoutNumber<T> = T extends unknown ? Omit<T, 'id'> : never;

/** What can be asked. */
export type S3Start = WithoutNumber<Exclude<S3Request, { op: 'more' | 'stop' }>>;

export interface S3Listener {
  answer(answer: S3Answer): void;
  /** The process died or the port was replaced: nothing more will come. */
  lost(): void;
}

export interface S3Call {
  /** One piece was taken in, another may be sent. False when the port that knew this request is gone. */
  more(): boolean;
  /** Nothing more comes. Of work one more answer does: what was done before it stopped. */
  stop(): void;
}

export interface S3Client {
  start(ask: S3Start, listener: S3Listener): S3Call;
  takePort(port: PortLike): void;
}

export function createS3Client(connect: () => Promise<Reply<null>>): S3Client {
  let port: PortLike | null = null;
  let connecting = false;
  let nextId = 1;
  const open = new Map<number, S3Listener>();
  const waiting = new Map<number, S3Request>();

  function failWaiting(failure: Failure) {
    for (const id of [...waiting.keys()]) {
      waiting.delete(id);
      const listener = open.get(id);
      open.delete(id);
      listener?.answer({ id, kind: 'failed', failure });
    }
  }
  function ask() {
    if (connecting) return;
    connecting = true;
    void connect().then((reply) => {
      connecting = false;
      if (!reply.ok) failWaiting(reply.failure);
    });
  }
  function send(request: S3Request) {
    if (port) return port.postMessage(request);
    waiting.set(request.id, request);
    ask();
  }
  function lose() {
    const lost = [...open].filter(([id]) => !waiting.has(id));
    for (const [id] of lost) open.delete(id);
    for (const [, listener] of lost) listener.lost();
  }
  function receive(data: unknown) {
    // SECURITY: the S3 process holds bytes from outside; what does not fit the contract is not shown.
    const parsed = S3Answer.safeParse(data);
    if (!parsed.success) return receiveGarbled(data);
    const listener = open.get(parsed.data.id);
    if (!goesOn(parsed.data)) open.delete(parsed.data.id);
    listener?.answer(parsed.data);
  }
  function receiveGarbled(data: unknown) {
    const id = typeof data === 'object' && data !== null && 'id' in data ? Number(data.id) : Number.NaN;
    const listener = open.get(id);
    if (!listener) return;
    open.delete(id);
    port?.postMessage({ id, op: 'stop' });
    listener.answer({ id, kind: 'failed', failure: { code: 's3-answer-garbled', retry: 'now' } });
  }

  return {
    start(start, listener) {
      const id = nextId++;
      open.set(id, listener);
      send({ id, ...start });
      return {
        more() {
          if (!open.has(id)) return false;
          send({ id, op: 'more' });
          return true;
        },
        stop() {
          const answersOnce = start.op === 'work' && open.has(id);
          if (answersOnce && waiting.delete(id)) {
            open.delete(id);
            return listener.answer({ id, kind: 'work', progress: nothingDone, ended: 'stopped' });
          }
          if (!answersOnce && !open.delete(id)) return;
          if (!waiting.delete(id)) port?.postMessage({ id, op: 'stop' });
        },
      };
    },
    takePort(fresh) {
      const old = port;
      port = fresh;
      old?.close();
      lose();
      fresh.addEventListener('message', (event) => {
        if (port === fresh) receive(event.data);
      });
      fresh.addEventListener('close', () => {
        if (port !== fresh) return;
        port = null;
        lose();
      });
      fresh.start();
      for (const [id, request] of waiting) {
        waiting.delete(id);
        fresh.postMessage(request);
      }
    },
  };
}

const nothingDone: WorkProgress = {
  found: 0,
  counted: false,
  done: 0,
  doneBytes: 0,
  skipped: 0,
  failed: 0,
  failures: [],
  undo: [],
  throttled: false,
};

/** More answers to the same request follow. */
function goesOn(answer: S3Answer): boolean {
  switch (answer.kind) {
    case 'progress':
    case 'noted':
      return true;
    case 'piece':
    case 'measured':
      return !answer.complete;
    case 'work':
      return answer.ended === null;
    default:
      return false;
  }
}
