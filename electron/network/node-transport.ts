/**
 * HTTP on Node's own stack with our own connections: paths leave exactly as given, as many connections as are
 * wanted, the proxy asked for per origin, passwords for it asked for when it wants one.
 */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Readable } from 'node:stream';
import type { SecureContext } from 'node:tls';
import { AppError } from '../lib/app-error.ts';
import { challengesIn } from './challenges.ts';
import { exchange, ProxyAnswered, ProxyUnreachable } from './node-exchange.ts';
import { type BasicCredentials, ProxyAgent } from './proxy-agent.ts';
import { type ProxyWay, parseProxyList, proxyName } from './proxy-list.ts';
import { createReads } from './reads/reads.ts';
import type { HttpAnswer, HttpRequest, HttpTransport, Timeouts } from './transport.ts';

export interface ProxyAsk {
  /** `host:port` of the proxy. */
  host: string;
  realm: string;
  /** What the proxy did not take, if something was sent. */
  rejected: BasicCredentials | null;
}

export interface NodeTransportOptions {
  /** Undefined: Node's own authorities alone. */
  secureContext: SecureContext | undefined;
  /** Chromium's words for the ways to an origin, such as `PROXY a:1; DIRECT`. */
  proxyFor: (origin: string) => Promise<string>;
  /** Null when the person gave none. */
  credentialsFor: (ask: ProxyAsk) => Promise<BasicCredentials | null>;
  timeouts: Timeouts;
  maxSockets: number;
  /** GETs that need no proxy come as `LentBody`, on connections of their own beside `maxSockets`. */
  lends?: boolean;
}

type Via = Extract<ProxyWay, { kind: 'proxy' }>;

export function createNodeTransport(options: NodeTransportOptions): HttpTransport {
  const { secureContext, maxSockets, timeouts } = options;
  const direct = {
    'http:': new HttpAgent({ keepAlive: true, maxSockets }),
    'https:': new HttpsAgent({ keepAlive: true, maxSockets }),
  };
  const reads = options.lends ? createReads({ secureContext, timeouts }) : null;
  const agents = new Map<string, ProxyAgent>();
  const credentials = new Map<string, BasicCredentials>();

  const agentOf = (via: Via): ProxyAgent => {
    const name = `${via.scheme} ${proxyName(via)}`;
    const known = agents.get(name);
    if (known) return known;
    const agent = new ProxyAgent(via, {
      maxSockets,
      secureContext,
      credentials: () => credentials.get(proxyName(via)) ?? null,
    });
    agents.set(name, agent);
    return agent;
  };
  /** As often as the person has another password to try; the door that is asked counts the tries. */
  const throughProxy = async (request: HttpRequest, via: Via): Promise<HttpAnswer> => {
    const host = proxyName(via);
    for (;;) {
      const sent = credentials.get(host) ?? null;
      try {
        return await exchange(request, { agent: agentOf(via), viaProxy: true, secureContext, timeouts });
      } catch (error) {
        if (!(error instanceof ProxyAnswered)) throw error;
        const realm = realmOf(error, host);
        const given = await options.credentialsFor({ host, realm, rejected: sent });
        if (!given) throw new AppError('proxy-password-missing', { subject: host });
        credentials.set(host, given);
      }
    }
  };
  const directly = (request: HttpRequest) => {
    if (reads && request.method === 'GET' && request.body === undefined) return reads.send(request);
    const agent = request.origin.startsWith('https:') ? direct['https:'] : direct['http:'];
    return exchange(request, { agent, viaProxy: false, secureContext, timeouts });
  };

  return {
    async send(request) {
      // It may fail while a person is asked for a password, when nobody else listens.
      if (request.body instanceof Readable) request.body.on('error', () => {});
      const ways = parseProxyList(await options.proxyFor(request.origin));
      let unreachable: ProxyUnreachable | undefined;
      for (const way of ways) {
        if (way.kind === 'unsupported') continue;
        if (way.kind === 'direct') return directly(request);
        try {
          return await throughProxy(request, way);
        } catch (error) {
          if (!(error instanceof ProxyUnreachable)) throw error;
          unreachable = error;
        }
      }
      throw noWay(ways, unreachable);
    },
    close() {
      reads?.close();
      for (const agent of [...agents.values(), ...Object.values(direct)]) agent.destroy();
    },
  };
}

/** The realm to ask the person about; throws for what a password can't mend or Node's stack can't speak. */
function realmOf({ status, challenges }: ProxyAnswered, host: string): string {
  if (status !== 407) {
    throw new AppError('proxy-refused', { subject: host, raw: `${status} in answer to CONNECT` });
  }
  const offered = challengesIn(challenges);
  const basic = offered.find(({ scheme }) => scheme === 'basic');
  if (basic) return basic.realm;
  const raw = `407 Proxy-Authenticate: ${challenges.join(', ') || 'nothing'}`;
  throw new AppError('proxy-scheme-unsupported', { retry: 'never', subject: host, raw });
}

function noWay(ways: readonly ProxyWay[], unreachable: ProxyUnreachable | undefined): AppError {
  const [via] = ways.filter((way) => way.kind === 'proxy').slice(-1);
  if (unreachable && via) {
    const raw = unreachable.cause instanceof Error ? unreachable.cause.message : unreachable.message;
    return new AppError('proxy-unreachable', { subject: proxyName(via), raw, cause: unreachable });
  }
  const said = ways.flatMap((way) => (way.kind === 'unsupported' ? way.said : [])).join('; ');
  return new AppError('proxy-kind-unsupported', { retry: 'never', subject: said });
}
