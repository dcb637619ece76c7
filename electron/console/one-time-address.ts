/**
 * A short address on this machine that leads a browser on to a long, secret one: once, and for two minutes. What opens
 * a browser puts the address on a command line, where every user of the machine can read it, and on Windows takes two
 * thousand characters of it. SECURITY: 127.0.0.1 only, a random path, open no longer than it is needed.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../lib/clock.ts';

export interface OneTimeAddresses {
  /** Rejects where nothing can listen. `came` tells, when the address is gone, whether somebody was led on. */
  leadTo(url: string): Promise<{ address: string; came: Promise<boolean> }>;
}

const OPEN_FOR_MS = 120_000;

const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};

export function createOneTimeAddresses(clock: Pick<Clock, 'now' | 'alarm'>): OneTimeAddresses {
  return {
    async leadTo(url) {
      const path = `/${randomBytes(24).toString('base64url')}`;
      let used = false;
      let end = (_came: boolean) => {};
      const came = new Promise<boolean>((resolve) => {
        end = resolve;
      });
      const server = createServer((request, response) => {
        if (used || !isForUs(request, path)) return void response.writeHead(404, HEADERS).end();
        used = true;
        end(true);
        lead(response, url);
      });
      const port = await listen(server);
      const callOff = clock.alarm(clock.now() + OPEN_FOR_MS, () => end(false));
      void came.then(() => {
        callOff();
        server.close();
      });
      return { address: `http://127.0.0.1:${port}${path}`, came };
    },
  };
}

/** A name that was bound to this machine by somebody else comes with its own `Host`. Looking ahead uses nothing up. */
function isForUs({ method, url, headers, socket }: IncomingMessage, path: string): boolean {
  return method === 'GET' && url === path && headers.host === `127.0.0.1:${socket.localPort}`;
}

/** 303: whatever comes next is a plain GET. */
function lead(response: ServerResponse, url: string): void {
  response.writeHead(303, { ...HEADERS, location: url }).end();
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
