/**
 * The S3 process: answers windows over their ports. Asks main for a pass's session at
 * each use and keeps it in memory only. SECURITY: a port is a door; every message on it is checked here.
 */
import type { MessagePortMain } from 'electron';
import { askMain } from './ask-main.ts';
import { s3Failure } from './errors.ts';
import { FromS3Process, ToS3Process } from './messages.ts';
import { servePort } from './port.ts';
import { presign } from './presign.ts';

const IDLE_MS = 60_000;
const MOST_CONNECTIONS = 64;

const ports = new Set<MessagePortMain>();
const tell = (message: FromS3Process) => process.parentPort.postMessage(FromS3Process.parse(message));
const main = askMain({
  tell,
  tellServerTime: (time) => tell({ kind: 'serverTime', ...time }),
  maxSockets: MOST_CONNECTIONS,
  triesOfEach: 3,
  timeouts: { connectMs: 10_000, answerMs: 60_000, stallMs: 60_000 },
});
const { clientOf, regions, succession, factsOf, payers } = main;

async function sign({ link, wish }: Extract<ToS3Process, { kind: 'presign' }>): Promise<void> {
  try {
    tell({ kind: 'presigned', link, ...(await presign(main, wish)) });
  } catch (error) {
    tell({ kind: 'notPresigned', link, failure: s3Failure(error, wish.key) });
  }
  restIfIdle();
}

let idle: NodeJS.Timeout | undefined;
function restIfIdle(): void {
  clearTimeout(idle);
  if (ports.size === 0) idle = setTimeout(() => process.exit(0), IDLE_MS);
}

function take(port: MessagePortMain): void {
  ports.add(port);
  restIfIdle();
  servePort(port, { clientOf, regions, succession, factsOf, payers });
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
      return tell({ kind: 'took' });
    case 'session':
    case 'proxy':
    case 'password':
    case 'refused':
      return main.take(message);
    case 'presign':
      return void sign(message);
  }
});
