// Opens one loopback HTTP server on a wished port. Owns the Date header (the demo's clock) and the Host check;
// knows no route.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface RunningServer {
  port: number;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** The port wished for; another one is taken if it is not free. */
  port: number;
  now: () => number;
  handle: Handle;
}

export async function serve(options: ServeOptions): Promise<RunningServer> {
  const server = createServer((request, response) => {
    response.sendDate = false;
    response.setHeader('Date', new Date(options.now()).toUTCString());
    if (!isOurHost(request)) return refuse(response, 421, 'Misdirected Request');
    options.handle(request, response).catch(() => refuse(response, 500, 'Internal Error'));
  });
  const port = await listen(server, options.port).catch((error: NodeJS.ErrnoException) => {
    if (options.port !== 0 && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))
      return listen(server, 0);
    throw error;
  });
  return { port, close: () => close(server) };
}

// SECURITY: a web page whose name was re-bound to 127.0.0.1 brings its own name in Host; it gets nothing.
function isOurHost(request: IncomingMessage): boolean {
  const port = request.socket.localPort;
  return request.headers.host === `127.0.0.1:${port}` || request.headers.host === `localhost:${port}`;
}

function refuse(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'Content-Type': 'text/plain', Connection: 'close' }).end(`${text}\n`);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
