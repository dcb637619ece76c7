/** Starts the server that the figures of transfers are measured against, a plain Node process on the same cores. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

export interface Received {
  /** Bytes of bodies, and requests, since it was last asked. */
  received: number;
  requests: number;
  /** Bytes of the last few objects that were sent, by key. */
  sizes: Record<string, number>;
}

/** `end`: the session that is used then is refused from then on. `stall`: one connection is read no more. */
export type Trouble = 'end' | 'stall' | 'tell';

export interface TransferServer {
  origin: string;
  count(): Promise<Received>;
  /** Once so many bytes have come. Resolves when it happens. */
  makeTrouble(kind: Trouble, afterBytes: number): Promise<{ happened: Promise<void> }>;
  close(): void;
}

export const DELAY_MS = 20;
export const UP_BYTES_A_SECOND = 50e6;
export const DOWN_BYTES_A_SECOND = 25e6;
export const BUCKET = 'data';
export const transferServerFolder = join(process.cwd(), 'bench', 'transfer-server');

export async function openTransferServer(): Promise<TransferServer> {
  const rates = [DELAY_MS, UP_BYTES_A_SECOND, DOWN_BYTES_A_SECOND].map(String);
  const child = fork(join(transferServerFolder, 'main.mjs'), rates);
  const { port } = await message<{ port: number }>(child, 'port');
  const ask = <T>(order: unknown, field: string): Promise<T> => {
    const told = message<T>(child, field);
    child.send(order as object);
    return told;
  };
  return {
    origin: `http://127.0.0.1:${port}`,
    count: () => ask<Received>('count', 'received'),
    async makeTrouble(kind, afterBytes) {
      const happened = message<unknown>(child, 'troubled').then(() => undefined);
      await ask({ kind, afterBytes }, 'ready');
      return { happened };
    },
    close: () => child.disconnect(),
  };
}

/** The next message that has this field. */
function message<T>(child: ChildProcess, field: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const listen = (told: unknown) => {
      if (!(field in (told as object))) return;
      child.off('message', listen);
      child.off('exit', gone);
      resolve(told as T);
    };
    const gone = (code: number | null) => reject(new Error(`the server of bytes ended with ${code}`));
    child.on('message', listen);
    child.once('exit', gone);
  });
}
