/**
 * Answers tools over a Unix socket (HTTP, so that `curl` can ask). Who may open the socket is the person; the
 * limits are for programs that went wrong. Knows no question.
 */
import { chmodSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AnswerTool } from './answers.ts';
import { prepareSocketFolder, removeSocket } from './socket-place.ts';

/** What a question may be, and how long it may take to be asked. */
export const ASKING_LIMITS = {
  maxHeaderSize: 8192,
  headersTimeout: 5_000,
  requestTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 1_000,
} as const;
const MOST_CONNECTIONS = 2_000;

export async function listenOnSocket(
  path: string,
  uid: number,
  answer: AnswerTool,
): Promise<() => Promise<void>> {
  prepareSocketFolder(path, uid);
  const server = createServer(ASKING_LIMITS, (request, response) => void reply(request, response, answer));
  server.maxConnections = MOST_CONNECTIONS;
  // The usual 511 turn away who comes with a thousand others, and curl takes that for nobody there.
  await listening(server, () => server.listen({ path, backlog: MOST_CONNECTIONS }));
  chmodSync(path, 0o600);
  return async () => {
    await closed(server);
    removeSocket(path);
  };
}

export async function reply(
  request: IncomingMessage,
  response: ServerResponse,
  answer: AnswerTool,
): Promise<void> {
  if (request.method !== 'GET' || hasBody(request)) {
    response.writeHead(405, { connection: 'close' }).end();
    return;
  }
  const { status, type, body } = await answer(request.url ?? '');
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(body);
}

export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

export function listening(server: Server, listen: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => {
      server.off('error', reject);
      resolve();
    });
    listen();
  });
}

export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
