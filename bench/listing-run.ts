/**
 * One run for the figures P2 to P5: a million names that nobody knew, listed by the packaged app's S3 process over
 * the window's own port, and what the peers take for the first hundred thousand.
 */
import type { Page } from 'playwright-core';
import { type Company, openCompany } from './company.ts';
import { measurePeers, type Peers } from './listing-peers.ts';
import { openListingServer } from './listing-server.ts';
import { cpuMsOf, pssOf } from './process-cost.ts';

export interface ListingRun {
  names: number;
  ms: number;
  calls: number;
  /** Of the S3 process. */
  cpuMs: number;
  /** PSS that the names cost in S3 process and window together. */
  bytes: number;
  peers: Peers;
}

/** Logs by time: the names say nothing of how many there are. */
const SHAPE = 'dates';

let kept: Promise<ListingRun> | undefined;
/** The figures share it. */
export function listingRun(): Promise<ListingRun> {
  kept ??= measure();
  return kept;
}

async function measure(): Promise<ListingRun> {
  const server = await openListingServer(SHAPE);
  try {
    const peers = await measurePeers(server);
    const company = await openCompany({}, 0, server.origin);
    try {
      const pass = await signIn(company);
      const page = await mainWindow(company);
      await list(page, pass, 'few');
      const processes = await pids(company);
      const before = [cpuMsOf(processes.s3), pssOfBoth(processes)] as const;
      await server.calls();
      const { names, ms } = await list(page, pass, 'million');
      const cpuMs = cpuMsOf(processes.s3) - before[0];
      return {
        names,
        ms,
        cpuMs,
        calls: await server.calls(),
        bytes: pssOfBoth(processes) - before[1],
        peers,
      };
    } finally {
      await company.dispose();
    }
  } finally {
    server.close();
  }
}

export async function signIn({ app }: Company): Promise<string> {
  await app.electron.evaluate(({ app: main }) => void main.emit('second-instance', {}, ['--sign-in=corp']));
  const { passes } = await app.untilSnapshot('a session', (snapshot) =>
    snapshot.passes.some(({ session }) => session.kind === 'active'),
  );
  return String(passes[0]?.id);
}

export async function mainWindow({ app }: Company): Promise<Page> {
  await app.electron.evaluate(() =>
    (globalThis as unknown as { daypassTest: { openMain(): void } }).daypassTest.openMain(),
  );
  const page = await app.main();
  // Once its own questions are answered, the window asks for no other port.
  await page.locator('[data-key="million"]').waitFor();
  return page;
}

interface Inside {
  daypass: { run(name: string, input: object): Promise<unknown> };
  benchNames?: unknown[];
}

/** As a window does it: over a port of its own, every piece acknowledged and kept. */
function list(page: Page, pass: string, bucket: string): Promise<{ names: number; ms: number }> {
  return page.evaluate(
    async ({ pass, bucket }) => {
      const inside = globalThis as unknown as Inside;
      const port = await new Promise<MessagePort>((resolve) => {
        addEventListener('message', ({ data, ports: [given] }) => {
          if (data === 'daypass:s3-port' && given) resolve(given);
        });
        void inside.daypass.run('s3.connect', {});
      });
      const pieces: unknown[] = [];
      inside.benchNames = pieces;
      const id = 1_000_000;
      const startedAt = performance.now();
      let names = 0;
      return await new Promise<{ names: number; ms: number }>((resolve, reject) => {
        port.addEventListener('message', ({ data }) => {
          if (data.id !== id || data.kind === 'progress') return;
          if (data.kind === 'failed') return reject(new Error(JSON.stringify(data)));
          pieces.push(data.piece);
          names += data.piece.ends.length;
          port.postMessage({ id, op: 'more' });
          if (data.complete) resolve({ names, ms: performance.now() - startedAt });
        });
        port.start();
        port.postMessage({ id, op: 'list', pass, bucket, prefix: '' });
      });
    },
    { pass, bucket },
  );
}

interface Pids {
  s3: number;
  window: number;
}

async function pids({ app }: Company): Promise<Pids> {
  return await app.electron.evaluate(({ app: main, BrowserWindow }) => {
    const s3 = main.getAppMetrics().find(({ name }) => name === 'Daypass S3')?.pid ?? 0;
    return { s3, window: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0 };
  });
}

const pssOfBoth = ({ s3, window }: Pids) => pssOf(s3) + pssOf(window);
