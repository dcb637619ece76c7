/** A window's questions against a server of canned answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type RunningServer, serve } from '../../../demo/http/serve.ts';
import { S3Answer } from '../../contract/s3-port.ts';
import { createBucketRegions } from '../bucket-regions.ts';
import { clientAt } from '../listing/page-server.test-parts.ts';
import { type Inspecting, type InspectRequest, serveInspecting } from './serve.ts';

export interface Canned {
  /** What the server says to each request. */
  say: (request: IncomingMessage, response: ServerResponse, ask: URLSearchParams) => void;
  /** `METHOD /path?query` of each request so far. */
  asked: string[];
  inspecting: Inspecting;
  /** The answer, held against the contract. */
  ask(request: WithoutId): Promise<S3Answer>;
  answers: S3Answer[];
  close(): Promise<void>;
}

export type WithoutId = InspectRequest extends infer R
  ? R extends { id: number }
    ? Omit<R, 'id'>
    : never
  : never;

export async function openCanned(): Promise<Canned> {
  let running: RunningServer | undefined;
  let id = 0;
  const waiting = new Map<number, (answer: S3Answer) => void>();
  const answers: S3Answer[] = [];
  const client = () => clientAt(`http://127.0.0.1:${running?.port}`);
  const parts = { clientOf: async () => client(), regions: createBucketRegions() };
  const inspecting = serveInspecting(parts, (message) => {
    const answer = S3Answer.parse(message);
    answers.push(answer);
    waiting.get(answer.id)?.(answer);
  });
  const canned: Canned = {
    say: (_request, response) => response.end(),
    asked: [],
    inspecting,
    answers,
    ask: (request) =>
      new Promise((resolve) => {
        waiting.set(++id, resolve);
        inspecting.take({ ...request, id });
      }),
    async close() {
      inspecting.close();
      await running?.close();
    },
  };
  running = await serve({
    port: 0,
    now: Date.now,
    handle: async (request, response) => {
      const url = new URL(request.url ?? '', 'http://127.0.0.1');
      canned.asked.push(`${request.method} ${request.url}`);
      canned.say(request, response, url.searchParams);
    },
  });
  return canned;
}

export const inBucket = { pass: 'pass', bucket: 'bucket' };
export const ofKey = (key: string, version: string | null = null) => ({ ...inBucket, key, version });

export const PORTAL = '<!DOCTYPE html><html><body><h1>Welcome to the hotel</h1><br></body></html>';
export const sayPortal: Canned['say'] = (_request, response) =>
  response.writeHead(200, { 'Content-Type': 'text/html' }).end(PORTAL);

export function refuse(response: ServerResponse, status: number, code: string, more = ''): void {
  response
    .writeHead(status, { 'Content-Type': 'application/xml', 'x-amz-request-id': 'R1' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>said by S3</Message>${more}</Error>`);
}
