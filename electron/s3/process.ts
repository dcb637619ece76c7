/**
 * The S3 process: answers windows over their ports and main's downloads. Asks main for a pass's session at
 * each use and keeps it in memory only. SECURITY: a port is a door; every message on it is checked here.
 */
import type { MessagePortMain } from 'electron';
import { fromFailure } from '../lib/app-error.ts';
import { monotonicMs } from '../lib/clock.ts';
import { onlyNews } from '../lib/server-time.ts';
import { createAuthorities } from '../network/authorities.ts';
import { keptAMinute } from '../network/kept-a-minute.ts';
import { createNodeTransport } from '../network/node-transport.ts';
import { createBucketRegions } from './bucket-regions.ts';
import { startDownloads } from './downloads.ts';
import { FromS3Process, ToS3Process } from './messages.ts';
import { servePort } from './port.ts';
import { createSessionClients } from './session-clients.ts';

const IDLE_MS = 60_000;

/** What main answers to an ask of ours. */
type Answer = Extract<ToS3Process, { kind: 'session' | 'proxy' | 'password' }>;
type Ask = Exclude<FromS3Process, { kind: 'download' }>;
type WithoutNumber<T> = T extends unknown ? Omit<T, 'ask'> : never;

const TIMEOUTS = { connectMs: 10_000, answerMs: 60_000, stallMs: 60_000 };
const MOST_CONNECTIONS = 64;

const asks = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
const ports = new Set<MessagePortMain>();
let lastAsk = 0;

const tell = (message: FromS3Process) => process.parentPort.postMessage(FromS3Process.parse(message));
const contextOf = createAuthorities();

function askMain<K extends Answer['kind']>(kind: K, question: WithoutNumber<Ask>) {
  const ask = ++lastAsk;
  return new Promise<Extract<Answer, { kind: K }>>((resolve, reject) => {
    const take = (answer: Answer) => {
      if (answer.kind === kind) resolve(answer as Extract<Answer, { kind: K }>);
      else reject(new Error(`main answered ${answer.kind} to ${question.kind}`));
    };
    asks.set(ask, { resolve: take, reject });
    tell({ ...question, ask } as Ask);
  });
}

const regions = createBucketRegions();
const clientOf = createSessionClients(
  async (pass) => (await askMain('session', { kind: 'needSession', pass })).session,
  ({ organisation, companyPem }) =>
    createNodeTransport({
      secureContext: contextOf(companyPem),
      // Main keeps it too, but a listing of a million names would ask it a thousand times.
      proxyFor: keptAMinute(
        async (origin) => (await askMain('proxy', { kind: 'needProxy', organisation, origin })).ways,
        monotonicMs,
      ),
      credentialsFor: async (wanted) =>
        (await askMain('password', { kind: 'needPassword', organisation, ...wanted })).credentials,
      timeouts: TIMEOUTS,
      maxSockets: MOST_CONNECTIONS,
    }),
  onlyNews((time) => tell({ kind: 'serverTime', ...time })),
  regions,
);
const downloads = startDownloads({ clientOf, regions }, (download, state) => {
  tell({ kind: 'download', download, state });
  restIfIdle();
});

let idle: NodeJS.Timeout | undefined;
function restIfIdle(): void {
  clearTimeout(idle);
  if (ports.size === 0 && downloads.running() === 0) idle = setTimeout(() => process.exit(0), IDLE_MS);
}

function take(port: MessagePortMain): void {
  ports.add(port);
  restIfIdle();
  servePort(port, { clientOf, regions });
  port.on('close', () => {
    ports.delete(port);
    restIfIdle();
  });
  port.start();
}

process.parentPort.on('message', ({ data, ports: [port] }) => {
  const parsed = ToS3Process.safeParse(data);
  if (!parsed.success) return;
  const message = parsed.data;
  switch (message.kind) {
    case 'port':
      if (port) take(port);
      return;
    case 'session':
    case 'proxy':
    case 'password':
      asks.get(message.ask)?.resolve(message);
      asks.delete(message.ask);
      return;
    case 'refused':
      asks.get(message.ask)?.reject(fromFailure(message.failure));
      asks.delete(message.ask);
      return;
    case 'download':
      return downloads.start(message);
    case 'cancelDownload':
      return downloads.cancel(message.download);
  }
});
