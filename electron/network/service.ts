/**
 * The one policy for an organisation's network: which stack asks STS, which proxy leads where, whose certificates
 * count. Chromium's stack by default; Node's for what needs the company's own authorities, which Chromium can't be
 * given for one session.
 */
import { type ClientRequest, net, type Session } from 'electron';
import { monotonicMs } from '../lib/clock.ts';
import type { Organisation } from '../settings/schema.ts';
import { createAuthorities, readCaFile } from './authorities.ts';
import { createChromiumTransport } from './chromium-transport.ts';
import { allowIntegratedAuth } from './integrated-auth.ts';
import { keptAMinute } from './kept-a-minute.ts';
import { createNodeTransport } from './node-transport.ts';
import type { Prompts } from './prompts.ts';
import type { HttpTransport } from './transport.ts';

export interface Network {
  /** A transport for calls of this organisation, to be closed by whoever asked for it. */
  transportOf(organisation: string): HttpTransport;
  /** Chromium's words: `PROXY a:1; DIRECT`. */
  proxyFor(organisation: string, origin: string): Promise<string>;
  /** The company's own authorities, or null. Throws `ca-file-unreadable`. */
  companyPem(organisation: string): string | null;
}

interface Parts {
  dataFolder: string;
  organisation: (id: string) => Organisation | undefined;
  sessionOf: (organisation: string) => Session;
  prompts: Prompts;
  /** Whether a person is there: a renewal that nobody sees asks nobody. */
  mayAsk: (session: Session) => boolean;
}

const STS_TIMEOUTS = { connectMs: 10_000, answerMs: 30_000, stallMs: 30_000 };

export function createNetwork({ dataFolder, organisation, sessionOf, prompts, mayAsk }: Parts): Network {
  const contextOf = createAuthorities();
  const proxies = keptAMinute((asked) => {
    const [id, origin] = JSON.parse(asked) as [string, string];
    return sessionOf(id).resolveProxy(origin);
  }, monotonicMs);
  const proxyFor = (id: string, origin: string) => proxies(JSON.stringify([id, origin]));
  const companyPem = (id: string) => {
    const caFile = organisation(id)?.caFile;
    return caFile === undefined ? null : readCaFile(dataFolder, caFile);
  };

  return {
    proxyFor,
    companyPem,
    transportOf(id) {
      const pem = companyPem(id);
      const credentialsFor: Parameters<typeof createNodeTransport>[0]['credentialsFor'] = (ask) =>
        prompts.password({ kind: 'proxyPassword', organisation: id, ...ask, mayAsk: mayAsk(sessionOf(id)) });
      if (pem === null) {
        const open = (options: Electron.ClientRequestConstructorOptions): ClientRequest =>
          net.request(options);
        const session = sessionOf(id);
        allowIntegratedAuth(session, organisation(id));
        return createChromiumTransport({
          session,
          open,
          credentialsFor,
          timeouts: STS_TIMEOUTS,
        });
      }
      return createNodeTransport({
        secureContext: contextOf(pem),
        proxyFor: (origin) => proxyFor(id, origin),
        credentialsFor,
        timeouts: STS_TIMEOUTS,
        maxSockets: 8,
      });
    },
  };
}
