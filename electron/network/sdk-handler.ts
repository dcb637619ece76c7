/** A transport in the shape that AWS's SDK clients take as `requestHandler`. Pure. */
import type { Readable } from 'node:stream';
import { type Query, queryString } from './query-string.ts';
import type { HttpRequest, HttpTransport } from './transport.ts';

/** What the SDK hands over, as far as it is read here. */
interface SdkRequest {
  method: string;
  protocol: string;
  hostname: string;
  port?: number;
  path: string;
  query?: Query;
  headers: Record<string, string>;
  body?: unknown;
}

interface SdkResponse {
  statusCode: number;
  headers: Record<string, string>;
  body: Readable;
}

export interface SdkHandler {
  handle(request: SdkRequest, options?: { abortSignal?: unknown }): Promise<{ response: SdkResponse }>;
  destroy(): void;
  updateHttpClientConfig(): void;
  httpHandlerConfigs(): Record<string, never>;
}

export function sdkHandler(transport: HttpTransport): SdkHandler {
  return {
    async handle(request, { abortSignal } = {}) {
      const { status, headers, body } = await transport.send(toRequest(request, abortSignal));
      return { response: { statusCode: status, headers, body } };
    },
    destroy: () => transport.close(),
    // A transport is set up once, where it is made.
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
  };
}

function toRequest(request: SdkRequest, abortSignal: unknown): HttpRequest {
  const { method, protocol, hostname, port, path, query, headers } = request;
  const search = queryString(query ?? {});
  const body = toBody(request.body);
  return {
    method,
    origin: `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`,
    path: search === '' ? path : `${path}?${search}`,
    headers,
    ...(body === undefined ? {} : { body }),
    ...(abortSignal instanceof AbortSignal ? { signal: abortSignal } : {}),
  };
}

function toBody(body: unknown): Uint8Array | Readable | undefined {
  if (body === undefined || body === null || body === '') return undefined;
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return body;
  if (typeof (body as Readable).pipe === 'function') return body as Readable;
  throw new TypeError('a body is bytes or a stream of them');
}
