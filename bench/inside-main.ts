/** Measures inside the app's main process, from outside the product: no code of it knows that it is measured. */
import type { RunningApp } from '../tests/harness/app.ts';

export interface AnswerTimes {
  /** Of each answer so far, ms: from the request until the last byte was handed to the system. */
  read(): Promise<number[]>;
}

const MOST = 20_000;

interface Inside {
  benchTimes: { all: Float64Array; count: number };
}
type Server = { emit: (event: string, ...args: unknown[]) => boolean };
type Response = { once(event: 'finish', done: () => void): void };
type MainModule = { require(name: string): unknown };

export async function timeAnswers({ electron }: RunningApp): Promise<AnswerTimes> {
  await electron.evaluate((_electronModule, most) => {
    const times = { all: new Float64Array(most), count: 0 };
    (globalThis as unknown as Inside).benchTimes = times;
    const main = process.mainModule as unknown as MainModule;
    const { Server } = main.require('node:http') as { Server: { prototype: Server } };
    const { emit } = Server.prototype;
    Server.prototype.emit = function (event, ...args) {
      if (event === 'request') {
        const startedAt = performance.now();
        (args[1] as Response).once('finish', () => {
          times.all[times.count++ % most] = performance.now() - startedAt;
        });
      }
      return emit.call(this, event, ...args);
    };
  }, MOST);
  return {
    read: () =>
      electron.evaluate(() => {
        const { all, count } = (globalThis as unknown as Inside).benchTimes;
        return [...all.subarray(0, count)];
      }),
  };
}

/** Bytes of main's heap in use after everything that can go has gone. */
export function heapAfterCollection({ electron }: RunningApp): Promise<number> {
  return electron.evaluate(async () => {
    const main = process.mainModule as unknown as MainModule;
    const { Session } = main.require('node:inspector') as {
      Session: new () => {
        connect(): void;
        disconnect(): void;
        post(method: string, done: () => void): void;
      };
    };
    const inspector = new Session();
    inspector.connect();
    // Weak references let go in the turn after; so twice.
    for (let i = 0; i < 2; i++)
      await new Promise<void>((done) =>
        inspector.post('HeapProfiler.collectGarbage', () => setImmediate(done)),
      );
    inspector.disconnect();
    return process.memoryUsage().heapUsed;
  });
}
