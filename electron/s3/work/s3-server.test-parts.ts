/** An S3 for tests, over HTTP, in memory, with the faults that a test wants: before something happens, or after it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type RunningServer, serve } from '../../../demo/http/serve.ts';
import { createBucketRegions } from '../bucket-regions.ts';
import { clientAt } from '../listing/page-server.test-parts.ts';
import type { SessionFacts } from '../session-clients.ts';
import { type Asked, answerTo, Refused } from './s3-answers.test-parts.ts';
import type { WorkParts } from './start-work.ts';
import { Store } from './store.test-parts.ts';

export type { Asked } from './s3-answers.test-parts.ts';

/**
 * `slow`: SlowDown, nothing done. `cut`: the connection ends, nothing done. `lost`: done, and the answer cut.
 * `error`: a success that holds `<Error>`, nothing done. `late`: the same, done. Else a code of S3, nothing done.
 */
export type Fault =
  | 'slow'
  | 'cut'
  | 'lost'
  | 'error'
  | 'late'
  | { status: number; code: string; message?: string };

export interface TestS3 {
  /** Of each bucket, made when it is first asked for. */
  store(bucket: string): Store;
  /** What happens to a request instead of its answer. */
  fault: (asked: Asked) => Fault | undefined | Promise<Fault | undefined>;
  /** What is answered instead of what was made. */
  rewrite: (asked: Asked, xml: string) => string;
  /** Names in a page. */
  pageSize: number;
  asked: Asked[];
  facts: SessionFacts;
  parts: WorkParts;
  close(): Promise<void>;
}

export async function openTestS3(): Promise<TestS3> {
  const stores = new Map<string, Store>();
  let running: RunningServer | undefined;
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const asked = await read(request);
    s3.asked.push(asked);
    const fault = await s3.fault(asked);
    if (fault === 'cut') return void response.destroy();
    if (fault === 'slow') return refuse(response, 503, 'SlowDown', 'Please reduce your request rate.');
    if (typeof fault === 'object')
      return refuse(response, fault.status, fault.code, fault.message, asked.method === 'HEAD');
    if (fault === 'error') return refuse(response, 200, 'InternalError');
    try {
      const { status = 200, headers = {}, xml = '' } = answerTo(asked, s3.store, s3.pageSize);
      if (fault === 'lost') return void response.destroy();
      if (fault === 'late') return refuse(response, 200, 'InternalError');
      response.writeHead(status, headers).end(asked.method === 'HEAD' ? undefined : s3.rewrite(asked, xml));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
      refuse(response, error.status, error.code, '', asked.method === 'HEAD');
    }
  };
  const s3: TestS3 = {
    store(bucket) {
      const known = stores.get(bucket) ?? new Store();
      stores.set(bucket, known);
      return known;
    },
    fault: () => undefined,
    rewrite: (_asked, xml) => xml,
    pageSize: 1000,
    asked: [],
    facts: { role: 'r', scope: 'full', guarded: false },
    parts: {
      clientOf: async () => client,
      regions: createBucketRegions(),
      factsOf: async () => s3.facts,
    },
    close: async () => {
      client.destroy();
      await running?.close();
    },
  };
  running = await serve({ port: 0, now: Date.now, handle });
  const client = clientAt(`http://127.0.0.1:${running.port}`);
  return s3;
}

async function read(request: IncomingMessage): Promise<Asked> {
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? [];
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return {
    method: request.method ?? '',
    bucket: decodeURIComponent(bucket),
    key: decodeURIComponent(key),
    query: new URLSearchParams(query.replaceAll('+', '%2B')),
    headers: request.headers as Record<string, string>,
    body,
  };
}

function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  message = '',
  bodiless = false,
): void {
  response.writeHead(status, { 'Content-Type': 'application/xml' });
  response.end(bodiless ? undefined : `<Error><Code>${code}</Code><Message>${message}</Message></Error>`);
}
