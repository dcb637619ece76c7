/**
 * The container credentials endpoint (AWS SDKs and Tools Reference, "Container credential provider"): SDKs fetch a
 * pass's credentials over loopback and come again before they end. Off until somebody asks for it.
 * SECURITY: any program and any web page of this machine can reach a port, so each pass has a path and a token of
 * its own, and what a browser would send is refused. Never waits for a person: SDKs give two seconds.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expirationOf, type HandedOut } from '../handout/formats/handed-out.ts';
import { refusedAtTheDoor, sameText } from './loopback-guard.ts';
import { ASKING_LIMITS, closed, listening } from './tool-server.ts';

export interface ContainerEndpoint {
  /** Opens the endpoint of a pass, or answers the one that is open. */
  open(pass: string): Promise<{ url: string; token: string }>;
  isOpen(pass: string): boolean;
  close(pass: string): Promise<void>;
  closeAll(): Promise<void>;
}

interface Parts {
  /** Null: no live session; a sign-in may have been begun for the next question. */
  session: (pass: string) => HandedOut | null;
  now: () => number;
  changed: () => void;
  /** Somebody guesses tokens: the endpoint is closed by then. */
  guessed: () => void;
}

const LOOPBACK = '127.0.0.1';
const MOST_CONNECTIONS = 200;
const MOST_BAD_TOKENS = 20;
const COUNTED_MS = 60_000;

interface Place {
  pass: string;
  token: string;
}

interface Told {
  status: number;
  body: object;
}

const UNAUTHORISED: Told = { status: 401, body: { code: 'AccessDenied', message: 'Not authorised.' } };

export function createContainerEndpoint(parts: Parts): ContainerEndpoint {
  const places = new Map<string, Place>();
  /** Closed while others stay open: a shell that still has the lines does not guess. */
  const former = new Set<string>();
  let running: { port: number; close: () => Promise<void> } | null = null;
  let starting: Promise<{ port: number }> | null = null;
  let badTokensAt: number[] = [];

  const start = async () => {
    const server = createServer(ASKING_LIMITS, (request, response) => {
      const { port } = server.address() as AddressInfo;
      tell(response, answerTo(request, port));
    });
    server.maxConnections = MOST_CONNECTIONS;
    await listening(server, () => server.listen(0, LOOPBACK));
    const { port } = server.address() as AddressInfo;
    running = { port, close: () => closed(server) };
    return running;
  };
  const started = () => {
    if (running) return Promise.resolve(running);
    starting ??= start().finally(() => {
      starting = null;
    });
    return starting;
  };
  const stop = async () => {
    const was = running;
    running = null;
    badTokensAt = [];
    places.clear();
    former.clear();
    parts.changed();
    await was?.close();
  };

  function answerTo(request: IncomingMessage, port: number): Told {
    const refused = refusedAtTheDoor(request, [`${LOOPBACK}:${port}`, `localhost:${port}`]);
    if (refused) return refusal(refused.status, refused.why);
    const { url, headers } = request;
    const place = places.get(url ?? '');
    // Compared even where there is no such path, so that both refusals are one.
    const right = sameText(headers.authorization ?? '', place?.token ?? randomBytes(32).toString('hex'));
    if (former.has(url ?? '')) return UNAUTHORISED;
    if (!place || !right) return countBadToken();
    const live = parts.session(place.pass);
    if (!live)
      return refusal(503, 'The session is over. Sign in with Daypass, then run again.', 'SessionEnded');
    return { status: 200, body: containerJson(live) };
  }
  function countBadToken(): Told {
    const since = parts.now() - COUNTED_MS;
    badTokensAt = [...badTokensAt.filter((at) => at > since), parts.now()];
    if (badTokensAt.length >= MOST_BAD_TOKENS) {
      badTokensAt = [];
      // After the answer, which is like every other.
      setImmediate(() => void stop().then(parts.guessed));
    }
    return UNAUTHORISED;
  }

  return {
    isOpen: (pass) => [...places.values()].some((place) => place.pass === pass),
    async open(pass) {
      const { port } = await started();
      let entry = [...places].find(([, place]) => place.pass === pass);
      if (!entry) {
        entry = [
          `/credentials/${randomBytes(16).toString('hex')}`,
          { pass, token: randomBytes(32).toString('hex') },
        ];
        places.set(...entry);
        parts.changed();
      }
      const [path, { token }] = entry;
      return { url: `http://${LOOPBACK}:${port}${path}`, token };
    },
    async close(pass) {
      for (const [path, place] of places) {
        if (place.pass !== pass) continue;
        places.delete(path);
        former.add(path);
      }
      if (places.size === 0) await stop();
      else parts.changed();
    },
    closeAll: stop,
  };
}

function refusal(status: number, message: string, code = 'InvalidRequest'): Told {
  return { status, body: { code, message } };
}

function containerJson(session: HandedOut): object {
  return {
    AccessKeyId: session.accessKeyId,
    SecretAccessKey: session.secretAccessKey,
    Token: session.sessionToken,
    Expiration: expirationOf(session),
    AccountId: session.accountId,
  };
}

function tell(response: ServerResponse, { status, body }: Told): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(text);
}
