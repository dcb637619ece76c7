/** Starts the server of pages that the figures of listing are measured against, a plain Node process. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

export interface ListingServer {
  origin: string;
  /** How many requests came since it was last asked. */
  calls(): Promise<number>;
  close(): void;
}

export const LISTING_DELAY_MS = 80;
export const listServerFolder = join(process.cwd(), 'bench', 'list-server');

export async function openListingServer(shape: string): Promise<ListingServer> {
  const child = fork(join(listServerFolder, 'main.mjs'), [shape, String(LISTING_DELAY_MS)]);
  const { port } = await answer<{ port: number }>(child);
  return {
    origin: `http://127.0.0.1:${port}`,
    async calls() {
      const told = answer<{ calls: number }>(child);
      child.send('calls');
      return (await told).calls;
    },
    close: () => child.disconnect(),
  };
}

function answer<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('exit', (code) => reject(new Error(`the server of pages ended with ${code}`)));
  });
}
