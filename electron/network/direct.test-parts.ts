/** A Node transport for tests that need no proxy: straight to loopback, with the limits that STS has. */
import { createNodeTransport, type NodeTransportOptions } from './node-transport.ts';
import type { HttpTransport } from './transport.ts';

export function directTransport(changes: Partial<NodeTransportOptions> = {}): HttpTransport {
  return createNodeTransport({
    secureContext: undefined,
    proxyFor: async () => 'DIRECT',
    credentialsFor: async () => null,
    timeouts: { connectMs: 10_000, answerMs: 30_000, stallMs: 30_000 },
    maxSockets: 16,
    ...changes,
  });
}
