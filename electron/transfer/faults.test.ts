/** Whatever goes wrong on the line: the bytes are right in the end, or the file is listed as failed. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { GetObjectCommand, ListMultipartUploadsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { credentialsOf, startTestDemo, type TestDemo } from '../../demo/testing.ts';
import type { HttpAnswer } from '../network/transport.ts';
import {
  type Between,
  BUCKET,
  begin,
  down,
  empty,
  type Line,
  lineTo,
  scratch,
  up,
} from './at-the-demo.test-parts.ts';

vi.setConfig({ testTimeout: 240_000 });
let demo: TestDemo;
let line: Line;
beforeAll(async () => {
  demo = await startTestDemo();
  line = lineTo(
    demo.organisation.s3Endpoint,
    await credentialsOf(demo.organisation, 'alex', '111122223333/S3AccessRole'),
  );
});
afterAll(() => demo.remove());

const MIB = 1_048_576;
const large = randomBytes(17 * MIB);
const small = randomBytes(70_000);

const FAULTS = [
  'none',
  'cut before',
  'lost answer',
  'cut body',
  'corrupt',
  '500',
  '503',
  'expired',
  'stall',
  'skewed',
  'held back',
] as const;
type Fault = (typeof FAULTS)[number];

const reset = () => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
const stalled = () => Object.assign(new Error('the line took too long'), { name: 'TimeoutError' });
const refusal = (status: number, code: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: Readable.from([Buffer.from(`<Error><Code>${code}</Code><Message>no</Message></Error>`)]),
});
async function drained(answer: HttpAnswer): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer.body) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Each request takes the next fault; behind the last, all goes well. `confirmed`: parts whose answer arrived. */
function faulty(schedule: Fault[], confirmed: string[]): Between {
  let next = 0;
  return async (request, send) => {
    const fault = schedule[next++] ?? 'none';
    if (fault === 'cut before') throw reset();
    if (fault === 'stall') throw stalled();
    if (fault === '500') return refusal(500, 'InternalError');
    if (fault === '503') return refusal(503, 'SlowDown');
    if (fault === 'skewed') return refusal(403, 'RequestTimeTooSkewed');
    if (fault === 'expired') return refusal(400, 'ExpiredToken');
    // A lost Create leaves an upload that nobody knows the name of: it is found as an unfinished one.
    const isCreate = request.method === 'POST' && /[?&]uploads/.test(request.path);
    const answer = await send(request);
    // Others that were sent later are answered before it.
    if (fault === 'held back') await new Promise((later) => setTimeout(later, 20));
    if (fault === 'lost answer' && !isCreate) {
      await drained(answer);
      throw reset();
    }
    const isData = request.method === 'GET' && request.path.includes('GetObject');
    if (isData && (fault === 'cut body' || fault === 'corrupt')) {
      const bytes = await drained(answer);
      if (fault === 'cut body')
        return { ...answer, body: Readable.from([bytes.subarray(0, bytes.length >> 1)]) };
      bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
      return { ...answer, body: Readable.from([bytes]) };
    }
    const part = /partNumber=\d+/.exec(request.path)?.[0];
    if (part && request.method === 'PUT' && answer.status === 200) confirmed.push(request.path);
    return answer;
  };
}

const schedule = fc.array(fc.constantFrom<Fault>(...FAULTS), { maxLength: 30 });
let round = 0;
const fresh = async () => {
  line.between = (request, send) => send(request);
  const folder = await scratch();
  return { folder, prefix: `f${round++}/` };
};
const done = async (folder: string, prefix: string) => {
  line.between = (request, send) => send(request);
  await empty(line, prefix);
  await rm(folder, { recursive: true });
};
const unfinished = async () =>
  (await line.client.send(new ListMultipartUploadsCommand({ Bucket: BUCKET }))).Uploads ?? [];

it('going up', async () => {
  await fc.assert(
    fc.asyncProperty(schedule, async (faults) => {
      const { folder, prefix } = await fresh();
      await mkdir(join(folder, 'from'));
      await writeFile(join(folder, 'from/large'), large);
      await writeFile(join(folder, 'from/small'), small);
      const confirmed: string[] = [];
      line.between = faulty(faults, confirmed);
      const run = begin(line, up([join(folder, 'from')], prefix), folder);
      await run.ended;
      line.between = (request, send) => send(request);
      const { files, failures, state } = run.progress();
      expect(state).toEqual({ kind: 'finished' });
      expect(files.done + files.failed).toBe(2);
      expect(new Set(confirmed).size).toBe(confirmed.length);
      const failed = failures.map(({ name }) => name);
      expect(failed).toHaveLength(files.failed);
      for (const [name, bytes] of [
        ['from/large', large],
        ['from/small', small],
      ] as const) {
        if (failed.includes(name)) continue;
        const { Body } = await line.client.send(new GetObjectCommand({ Bucket: BUCKET, Key: prefix + name }));
        expect(Buffer.from((await Body?.transformToByteArray()) ?? []).equals(bytes)).toBe(true);
      }
      if (files.failed === 0) expect(await unfinished()).toEqual([]);
      await done(folder, prefix);
    }),
    { numRuns: 12 },
  );
});

it('coming down', async () => {
  await fc.assert(
    fc.asyncProperty(schedule, async (faults) => {
      const { folder, prefix } = await fresh();
      await mkdir(join(folder, 'to'));
      const { ended } = begin(line, up([await kept(folder)], prefix), folder);
      await ended;
      await line.client.send(
        new PutObjectCommand({
          Bucket: BUCKET,
          Key: `${prefix}small`,
          Body: small,
          ChecksumAlgorithm: 'CRC32',
        }),
      );
      line.between = faulty(faults, []);
      const run = begin(line, down(prefix, join(folder, 'to')), folder);
      await run.ended;
      const { files, failures, state } = run.progress();
      if (state.kind === 'finished') expect(files.done + files.failed).toBe(2);
      else expect(state.kind).toBe('failed');
      const failed = failures.map(({ name }) => name);
      const names = await readdir(join(folder, 'to'));
      expect(names.filter((name) => name.endsWith('.daypass-part'))).toEqual([]);
      expect(names.length).toBe(files.done);
      for (const name of names) {
        expect(failed).not.toContain(name);
        const bytes = await readFile(join(folder, 'to', name));
        expect(bytes.equals(name === 'large' ? large : small)).toBe(true);
      }
      await done(folder, prefix);
    }),
    { numRuns: 12 },
  );
});

async function kept(folder: string): Promise<string> {
  await writeFile(join(folder, 'large'), large);
  return join(folder, 'large');
}
