/** For tests of transfers: one run against the demo's S3, with time and faults in the test's hand. */
import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import { type Credentials, credentialsOf, startTestDemo, type TestDemo } from '../../demo/testing.ts';
import type { DownloadOrder, TransferOrder, UploadOrder } from '../contract/transfer.ts';
import { monotonicMs } from '../lib/clock.ts';
import { directTransport } from '../network/direct.test-parts.ts';
import type { NodeTransportOptions } from '../network/node-transport.ts';
import type { HttpAnswer, HttpRequest, HttpTransport } from '../network/transport.ts';
import { createS3Client } from '../s3/client.ts';
import { beginJournal, continueJournal, readJournal } from './journal.ts';
import { createRoom } from './room.ts';
import { type Run, type RunParts, runTransfer } from './run.ts';

export const BUCKET = 'lark-scratch';
export type Send = (request: HttpRequest) => Promise<HttpAnswer>;
/** What the test does with a request: sends it on, or not. */
export type Between = (request: HttpRequest, send: Send) => Promise<HttpAnswer>;

export interface Line {
  client: S3Client;
  /** Method and query of each request. */
  seen: { method: string; path: string }[];
  between: Between;
}

/** `through`: otherwise than straight. */
export function lineTo(
  endpoint: string,
  keys: Credentials,
  through: Partial<NodeTransportOptions> = {},
): Line {
  const direct = directTransport({ maxSockets: 64, lends: true, ...through });
  const line: Omit<Line, 'client'> = { seen: [], between: (request, send) => send(request) };
  const transport: HttpTransport = {
    send(request) {
      line.seen.push({ method: request.method, path: request.path });
      return (line as Line).between(request, (on) => direct.send(on));
    },
    close: () => direct.close(),
  };
  const { expiration: _, ...session } = keys;
  const where = { region: 'eu-west-1', endpoint, forcePathStyle: true, clockOffsetMs: 0, expiresAt: 0 };
  const client = createS3Client(
    { ...session, ...where, useFips: false, scope: 'full', guarded: false },
    transport,
    // The SDK's own would sleep.
    { triesOfEach: 1 },
  );
  return Object.assign(line, { client });
}

/** A demo of its own, and alex's line to it. */
export async function openDemo(
  through: Partial<NodeTransportOptions> = {},
): Promise<{ demo: TestDemo; line: Line; keys: Credentials }> {
  const demo = await startTestDemo();
  const keys = await credentialsOf(demo.organisation, 'alex', '111122223333/S3AccessRole');
  return { demo, line: lineTo(demo.organisation.s3Endpoint, keys, through), keys };
}

/** As in the process: limits are the one thing that takes real time. */
const TIME = {
  nowMs: monotonicMs,
  wait: (ms: number, signal: AbortSignal) => wait(ms, undefined, { signal }),
};

export const scratch = () => mkdtemp(join(tmpdir(), 'transfer-'));
const common = () => ({
  id: randomUUID(),
  pass: 'work',
  roleArn: 'arn:aws:iam::111122223333:role/S3AccessRole',
  bucket: BUCKET,
  orderedAt: 0,
});
export const up = (
  sources: string[],
  toPrefix: string,
  conflict: UploadOrder['conflict'] = 'replace',
): UploadOrder => ({ kind: 'upload', ...common(), conflict, sources, toPrefix });
export const down = (
  prefix: string,
  path: string,
  conflict: DownloadOrder['conflict'] = 'replace',
): DownloadOrder => ({
  kind: 'download',
  ...common(),
  conflict,
  sources: [{ kind: 'folder', prefix }],
  base: prefix,
  to: { kind: 'folder', path },
});

/** As the queue does it: a journal in `folder`, gone on with where there is one. */
export function begin(
  line: Line,
  order: TransferOrder,
  folder: string,
  parts: Partial<RunParts> = {},
): Run & { journalFile: string } {
  const journalFile = join(folder, `${order.id}.jsonl`);
  let past: RunParts['past'] = null;
  try {
    past = readJournal(journalFile);
  } catch {
    // The first run of it.
  }
  const journal = past ? continueJournal(journalFile, past) : beginJournal(journalFile, order);
  const run = runTransfer(order, {
    s3: (work) => work(line.client),
    journal,
    past,
    rules: 'posix',
    mark: async () => {},
    lanes: createRoom(TIME).lanesFor(order.kind),
    nowMs: () => 0,
    wait: async (_ms, stop) => stop.throwIfAborted(),
    later: (_ms, probe) => void setImmediate(probe),
    chance: () => 0,
    awaitSession: (_what, _error, open) => void setImmediate(open),
    changed: () => {},
    ...parts,
  });
  return { ...run, journalFile };
}

/** The demo has room for 64 MiB. */
export async function empty({ client }: Line, prefix: string): Promise<void> {
  const where = { Bucket: BUCKET, Prefix: prefix };
  const { Contents = [] } = await client.send(new ListObjectsV2Command(where));
  for (const { Key } of Contents) await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key }));
  const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand(where));
  for (const { Key, UploadId } of Uploads)
    await client.send(new AbortMultipartUploadCommand({ Bucket: BUCKET, Key, UploadId }));
}
