/** What a process that works with S3 asks main for: a pass's session, the way to a host, a proxy's password. */
import { AppError, fromFailure } from '../lib/app-error.ts';
import { monotonicMs } from '../lib/clock.ts';
import { onlyNews, type TellServerTime } from '../lib/server-time.ts';
import { createAuthorities } from '../network/authorities.ts';
import { keptAMinute } from '../network/kept-a-minute.ts';
import { createNodeTransport } from '../network/node-transport.ts';
import type { Timeouts } from '../network/transport.ts';
import { createBucketRegions } from './bucket-regions.ts';
import type { RegionParts } from './in-bucket-region.ts';
import type { MainAnswer, MainAsk, S3Session } from './messages.ts';
import { createPayers, type Payers } from './payers.ts';
import { type ClientOf, createSessionClients, createSessionFacts, type FactsOf } from './session-clients.ts';
import { createSuccessions, type SuccessionOf } from './succession.ts';

type Answer = Exclude<MainAnswer, { kind: 'refused' }>;
type WithoutNumber<T> = T extends unknown ? Omit<T, 'ask'> : never;

export interface AskedMain extends RegionParts {
  succession: SuccessionOf;
  factsOf: FactsOf;
  /** A pass's live session, as it is now. */
  sessionOf: (pass: string) => Promise<S3Session | null>;
  payers: Payers;
  /** The same for this role alone: a session of another one is refused as `s3-other-role`. */
  clientsAs(role: string): ClientOf;
  /** Resolves once the pass has a session with another access key than `after`; none is ''. */
  nextSession(pass: string, after: string): Promise<S3Session | null>;
  /** Takes an answer of main. */
  take(answer: MainAnswer): void;
}

interface Parts {
  tell: (message: MainAsk) => void;
  tellServerTime: TellServerTime;
  maxSockets: number;
  /** The SDK's own tries of a request, the first one included. */
  triesOfEach: number;
  timeouts: Timeouts;
}

export function askMain({ tell, tellServerTime, maxSockets, triesOfEach, timeouts }: Parts): AskedMain {
  const asks = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let lastAsk = 0;
  const contextOf = createAuthorities();

  function askFor<K extends Answer['kind']>(kind: K, question: WithoutNumber<MainAsk>) {
    const ask = ++lastAsk;
    return new Promise<Extract<Answer, { kind: K }>>((resolve, reject) => {
      const take = (answer: Answer) => {
        if (answer.kind === kind) resolve(answer as Extract<Answer, { kind: K }>);
        else reject(new Error(`main answered ${answer.kind} to ${question.kind}`));
      };
      asks.set(ask, { resolve: take, reject });
      tell({ ...question, ask } as MainAsk);
    });
  }
  const regions = createBucketRegions();
  const payers = createPayers();
  const sessionOf = async (pass: string) => (await askFor('session', { kind: 'needSession', pass })).session;
  const transportFor = ({ organisation, companyPem }: S3Session) =>
    createNodeTransport({
      secureContext: contextOf(companyPem),
      // Main keeps it too, but a listing of a million names would ask it a thousand times.
      proxyFor: keptAMinute(
        async (origin) => (await askFor('proxy', { kind: 'needProxy', organisation, origin })).ways,
        monotonicMs,
      ),
      credentialsFor: async (wanted) =>
        (await askFor('password', { kind: 'needPassword', organisation, ...wanted })).credentials,
      timeouts,
      maxSockets,
      lends: true,
    });
  const news = onlyNews(tellServerTime);
  const clientOf = createSessionClients(sessionOf, transportFor, news, regions, payers, triesOfEach);
  const clientsAs = (role: string) =>
    createSessionClients(
      async (pass) => {
        const session = await sessionOf(pass);
        if (session && session.role !== role) throw new AppError('s3-other-role', { retry: 'now' });
        return session;
      },
      transportFor,
      news,
      regions,
      payers,
      triesOfEach,
    );
  const nextSessionOf = async (pass: string, after: string) =>
    (await askFor('session', { kind: 'needNextSession', pass, after })).session;
  return {
    sessionOf,
    clientOf,
    clientsAs,
    regions,
    nextSession: nextSessionOf,
    succession: createSuccessions(sessionOf, nextSessionOf),
    factsOf: createSessionFacts(sessionOf),
    payers,
    take(answer) {
      const asked = asks.get(answer.ask);
      asks.delete(answer.ask);
      if (answer.kind === 'refused') asked?.reject(fromFailure(answer.failure));
      else asked?.resolve(answer);
    },
  };
}
