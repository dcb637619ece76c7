/** GETs straight to their origin, over connections that are kept and used again. */
import type { SecureContext } from 'node:tls';
import { abortError, type HttpAnswer, type HttpRequest, type Timeouts } from '../transport.ts';
import { Connection, type Listener } from './connection.ts';
import { exchange, StaleConnection } from './exchange.ts';

export interface Reads {
  /** Of a GET without a body. Rejects as `HttpTransport` does; as many connections as there are requests at once. */
  send(request: HttpRequest): Promise<HttpAnswer>;
  close(): void;
}

interface Parts {
  secureContext: SecureContext | undefined;
  timeouts: Timeouts;
}

/** So long a connection waits for the next request. */
const IDLE_MS = 30_000;

export function createReads({ secureContext, timeouts }: Parts): Reads {
  const open = new Set<Connection>();
  const idle = new Map<string, Connection[]>();
  const sessions = new Map<string, Buffer>();
  let isClosed = false;

  const forget = (connection: Connection) => {
    connection.destroy();
    open.delete(connection);
    const others = idle.get(connection.origin)?.filter((each) => each !== connection) ?? [];
    if (others.length > 0) idle.set(connection.origin, others);
    else idle.delete(connection.origin);
  };
  const rest = (connection: Connection) => {
    connection.isUsed = true;
    // Whatever comes now is no answer to anything.
    const end = () => forget(connection);
    const bytes = () => {
      end();
      return false;
    };
    connection.hear({ bytes, gone: end, silent: end });
    connection.limitSilence(IDLE_MS);
    connection.matters(false);
    connection.resume();
    idle.set(connection.origin, [...(idle.get(connection.origin) ?? []), connection]);
  };
  const connectionFor = (origin: string, listener: Listener): Connection => {
    const known = idle.get(origin)?.pop();
    if (known) {
      known.matters(true);
      known.hear(listener);
      return known;
    }
    const way = { origin, secureContext, session: sessions.get(origin) };
    const keepSession = (session: Buffer) => void sessions.set(origin, session);
    const made = new Connection({ ...way, keepSession }, listener);
    open.add(made);
    return made;
  };
  return {
    async send(request) {
      for (;;) {
        try {
          return await exchange(request, {
            timeouts,
            connectionFor: (listener) => connectionFor(request.origin, listener),
            over: (connection, stays) => (stays && !isClosed ? rest(connection) : forget(connection)),
          });
        } catch (error) {
          // RFC 9110, 9.2.2: a GET may be sent again; each turn has one such connection fewer.
          if (!(error instanceof StaleConnection)) throw error;
          if (isClosed) throw abortError();
        }
      }
    },
    close() {
      isClosed = true;
      for (const connection of [...open]) connection.abort(abortError());
    },
  };
}
