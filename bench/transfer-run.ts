/**
 * Our side of the figures of transfers: the packaged app signed in to a company whose S3 is the server of bytes, told
 * what to move by its own commands, watched by its own snapshot. Processor time and memory are the transfer process's.
 */
import type { Page } from 'playwright-core';
import type { TransferView } from '../electron/contract/snapshot.ts';
import { credentials } from '../tests/harness/corp.ts';
import { type Company, openCompany } from './company.ts';
import { mainWindow, signIn } from './listing-run.ts';
import { cpuMsOf } from './process-cost.ts';
import { BUCKET, openTransferServer, type TransferServer } from './transfer-server.ts';

export interface TransferDesk {
  server: TransferServer;
  company: Company;
  upload(source: string, what: 'files' | 'folders', toPrefix: string): Promise<Moving>;
  download(source: { key: string } | { prefix: string }, folder: string): Promise<Moving>;
  /** Of the transfer process. */
  cpuMs(): Promise<number>;
  pid(): Promise<number>;
  dispose(): Promise<void>;
}

export interface Moving {
  /** Rejects when a file failed. */
  ended: Promise<{ ms: number; view: TransferView }>;
}

interface Inside {
  daypass: { run(name: string, input: object): Promise<{ value?: { transfer?: string } | null }> };
}

export async function openTransferDesk(): Promise<TransferDesk> {
  const server = await openTransferServer();
  const company = await openCompany({}, 0, server.origin);
  let sessions = 0;
  company.corp.sts = () => {
    const answer = credentials();
    const accessKeyId = `ASIACORPCORPCORP${String(sessions++).padStart(4, '0')}`;
    return { ...answer, body: answer.body.replace('ASIACORPCORPCORPCORP', accessKeyId) };
  };
  const pass = await signIn(company);
  const page = await mainWindow(company);
  const { app } = company;

  const order = async (name: string, path: string, input: object): Promise<Moving> => {
    await app.control.answerFileDialogs([path]);
    const startedAt = performance.now();
    const transfer = await run(page, name, { pass, bucket: BUCKET, conflict: 'replace', ...input });
    return { ended: ended(company, transfer).then((view) => ({ ms: performance.now() - startedAt, view })) };
  };
  const pid = () =>
    app.electron.evaluate(
      ({ app: main }) => main.getAppMetrics().find(({ name }) => name === 'Daypass transfers')?.pid ?? 0,
    );
  return {
    server,
    company,
    pid,
    upload: (source, what, toPrefix) => order('transfer.upload', source, { toPrefix, what }),
    download: (source, folder) => {
      const kind = 'key' in source ? 'object' : 'folder';
      return order('transfer.download', folder, { base: '', sources: [{ kind, ...source }], to: 'folder' });
    },
    cpuMs: async () => cpuMsOf(await pid()),
    async dispose() {
      await company.dispose();
      server.close();
    },
  };
}

async function run(page: Page, name: string, input: object): Promise<string> {
  const answer = await page.evaluate(
    ({ name, input }) => (globalThis as unknown as Inside).daypass.run(name, input),
    { name, input },
  );
  const transfer = answer.value?.transfer;
  if (transfer === undefined) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  return transfer;
}

const LOOK_EVERY_MS = 50;

async function ended({ app }: Company, transfer: string): Promise<TransferView> {
  for (;;) {
    const { transfers } = await app.control.snapshot();
    const view = transfers.find(({ id }) => id === transfer);
    const progress = view?.progress;
    if (view && progress?.state.kind === 'finished') {
      if (progress.files.failed > 0) throw new Error(`failed: ${JSON.stringify(progress.failures)}`);
      return view;
    }
    if (progress?.state.kind === 'failed') throw new Error(JSON.stringify(progress.state));
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
