/**
 * The S3 process: answers windows over their ports and main's downloads. Asks main for a pass's session at
 * each use and keeps it in memory only. SECURITY: a port is a door; every message on it is checked here.
 */
import type { MessagePortMain } from 'electron';
import { onlyNews } from '../lib/server-time.ts';
import { startDownloads } from './downloads.ts';
import { FromS3Process, type S3Session, ToS3Process } from './messages.ts';
import { servePort } from './port.ts';
import { createSessionClients } from './session-clients.ts';

const IDLE_MS = 60_000;

const asks = new Map<number, (session: S3Session | null) => void>();
const ports = new Set<MessagePortMain>();
let lastAsk = 0;

const tell = (message: FromS3Process) => process.parentPort.postMessage(FromS3Process.parse(message));
const clients = createSessionClients(
  (pass) => {
    const ask = ++lastAsk;
    return new Promise((resolve) => {
      asks.set(ask, resolve);
      tell({ kind: 'needSession', ask, pass });
    });
  },
  onlyNews((time) => tell({ kind: 'serverTime', ...time })),
);
const downloads = startDownloads(clients, (download, state) => {
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
  servePort(port, clients);
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
      asks.get(message.ask)?.(message.session);
      asks.delete(message.ask);
      return;
    case 'download':
      return downloads.start(message);
    case 'cancelDownload':
      return downloads.cancel(message.download);
  }
});
