/**
 * Connections through one HTTP proxy: each is a CONNECT tunnel, for http origins too, kept alive and used again.
 * Gives a tunnel up when its request does.
 */
import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { HttpsProxyAgent } from 'https-proxy-agent';
import type { ProxyWay } from './proxy-list.ts';
import { proxyName } from './proxy-list.ts';

export interface BasicCredentials {
  user: string;
  password: string;
}

/** Said on a request that will not be waited for any more; its tunnel may still be under way. */
export const GAVE_UP = 'daypass:gave-up';

interface Options {
  maxSockets: number;
  secureContext: SecureContext | undefined;
  /** Asked at each tunnel. SECURITY: goes to the proxy alone, never into the tunnel. */
  credentials: () => BasicCredentials | null;
}

export class ProxyAgent extends HttpsProxyAgent<string> {
  constructor(
    way: Extract<ProxyWay, { kind: 'proxy' }>,
    { maxSockets, secureContext, credentials }: Options,
  ) {
    super(`${way.scheme}://${proxyName(way)}`, {
      keepAlive: true,
      maxSockets,
      headers: () => authorization(credentials()),
      ...(secureContext === undefined ? {} : { secureContext }),
      rejectUnauthorized: true,
    });
  }

  /** A request that is destroyed before it has a socket tells nobody, so a silent proxy would be held for ever. */
  override async connect(
    request: ClientRequest,
    options: Parameters<HttpsProxyAgent<string>['connect']>[1],
  ): Promise<Socket> {
    const giveUp = new AbortController();
    const abort = () => giveUp.abort();
    request.once(GAVE_UP, abort);
    // Read by the library before it first waits, so each tunnel has a signal of its own.
    this.connectOpts = { ...this.connectOpts, signal: giveUp.signal };
    try {
      return await super.connect(request, options);
    } finally {
      request.off(GAVE_UP, abort);
    }
  }
}

function authorization(credentials: BasicCredentials | null): Record<string, string> {
  if (!credentials) return {};
  const { user, password } = credentials;
  return { 'Proxy-Authorization': `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}
