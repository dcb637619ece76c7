/** A server of pages for tests: ListObjectsV2 over a sorted set of keys, with the faults that a test wants. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type RunningServer, serve } from '../../../demo/http/serve.ts';
import type { Credentials } from '../../../demo/testing.ts';
import { directTransport } from '../../network/direct.test-parts.ts';
import { createS3Client } from '../client.ts';

export interface PageServer {
  /** What is there; may be changed at any time. */
  keys: string[];
  /** Answers instead of the server when it says true. */
  instead: (ask: URLSearchParams, response: ServerResponse, request: IncomingMessage) => boolean;
  calls: number;
  inFlight: number;
  mostInFlight: number;
  delayMs: number;
  ignoresStartAfter: boolean;
  origin(): string;
  client(): ReturnType<typeof createS3Client>;
  close(): Promise<void>;
}

const PAGE = 1000;
const order = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
export const sortedKeys = (keys: Iterable<string>): string[] => [...new Set(keys)].sort(order);

export async function openPageServer(): Promise<PageServer> {
  let running: RunningServer | undefined;
  const server: PageServer = {
    keys: [],
    instead: () => false,
    calls: 0,
    inFlight: 0,
    mostInFlight: 0,
    delayMs: 0,
    ignoresStartAfter: false,
    origin: () => `http://127.0.0.1:${running?.port}`,
    client: () => clientAt(server.origin()),
    close: async () => running?.close(),
  };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const ask = new URL(request.url ?? '', 'http://127.0.0.1').searchParams;
    server.calls++;
    server.inFlight++;
    server.mostInFlight = Math.max(server.mostInFlight, server.inFlight);
    response.once('close', () => server.inFlight--);
    if (server.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, server.delayMs));
    if (server.instead(ask, response, request)) return;
    response.setHeader('Content-Type', 'application/xml').end(page(server, ask));
  };
  running = await serve({ port: 0, now: Date.now, handle });
  return server;
}

const NO_ONE = { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' };

export function clientAt(
  endpoint: string,
  { accessKeyId, secretAccessKey, sessionToken }: Omit<Credentials, 'expiration'> = NO_ONE,
) {
  const keys = { accessKeyId, secretAccessKey, sessionToken };
  const where = { region: 'eu-west-1', endpoint, forcePathStyle: true, clockOffsetMs: 0, expiresAt: 0 };
  return createS3Client(
    { ...keys, ...where, useFips: false, scope: 'full', guarded: false },
    directTransport({ maxSockets: 64, lends: true }),
  );
}

/** Keys are found by bisection, so that large sets stay fast. */
function firstAfter(keys: readonly string[], after: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(keys[middle] ?? '', after) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One answer to ListObjectsV2, as S3 writes it. */
export function page(
  { keys, ignoresStartAfter = false }: { keys: readonly string[]; ignoresStartAfter?: boolean },
  ask: URLSearchParams,
): string {
  const prefix = ask.get('prefix') ?? '';
  const token = ask.get('continuation-token');
  const resume = token === null ? null : Buffer.from(token, 'base64').toString();
  const after = resume ?? (ignoresStartAfter ? '' : (ask.get('start-after') ?? ''));
  const contents: string[] = [];
  const folders: string[] = [];
  let last = '';
  let more = false;
  let at = firstAfter(keys, after === '' || order(after, prefix) < 0 ? beforeAll(prefix) : after);
  for (let key = keys[at]; key?.startsWith(prefix); key = keys[++at]) {
    const slash = ask.has('delimiter') ? key.indexOf('/', prefix.length) : -1;
    const name = slash === -1 ? key : key.slice(0, slash + 1);
    if (slash !== -1 && (name === resume || name === last)) continue;
    more = contents.length + folders.length === PAGE;
    if (more) break;
    (slash === -1 ? contents : folders).push(name);
    last = name;
  }
  return xml(contents, folders, more ? last : null);
}

/** Comes before the prefix itself and after whatever is smaller. */
const beforeAll = (prefix: string) =>
  prefix === '' ? '' : `${prefix.slice(0, -1)}${previous(prefix.slice(-1))}`;
const previous = (sign: string) => `${String.fromCharCode(sign.charCodeAt(0) - 1)}\u{10ffff}`;

const encode = (key: string) => encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/');

function xml(contents: readonly string[], folders: readonly string[], last: string | null): string {
  const objects = contents.map(
    (key) =>
      `<Contents><Key>${encode(key)}</Key><LastModified>2026-06-30T10:00:00.000Z</LastModified><ETag>&quot;d41d8cd98f00b204e9800998ecf8427e&quot;</ETag><Size>${key.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  const prefixes = folders.map((key) => `<CommonPrefixes><Prefix>${encode(key)}</Prefix></CommonPrefixes>`);
  const token =
    last === null
      ? ''
      : `<NextContinuationToken>${Buffer.from(last).toString('base64')}</NextContinuationToken>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bucket</Name><Prefix></Prefix><KeyCount>${contents.length + folders.length}</KeyCount><MaxKeys>1000</MaxKeys><EncodingType>url</EncodingType><IsTruncated>${last !== null}</IsTruncated>${token}${objects.join('')}${prefixes.join('')}</ListBucketResult>`;
}
