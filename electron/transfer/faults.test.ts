/**
 * Whatever goes wrong on the line: the bytes are right in the end, or the file is listed as failed; no part goes twice
 * after S3 has confirmed it, and a cancel leaves nothing. `npm run soak` runs many more rounds.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GetObjectCommand, ListMultipartUploadsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Credentials, TestDemo } from '../../demo/testing.ts';
import {
  type Between,
  BUCKET,
  begin,
  down,
  empty,
  type Line,
  lineTo,
  openDemo,
  scratch,
  up,
} from './at-the-demo.test-parts.ts';
import { FAULTS, type Fault, type FaultProxy, openFaultProxy } from './fault-proxy.test-parts.ts';

const ROUNDS = Number(process.env.DAYPASS_FAULT_ROUNDS ?? 10);
const SEED = process.env.DAYPASS_FAULT_SEED;
const rounds = { numRuns: ROUNDS, ...(SEED !== undefined && { seed: Number(SEED) }) };
vi.setConfig({ testTimeout: 60_000 + ROUNDS * 20_000 });

let demo: TestDemo;
let proxy: FaultProxy;
/** To see what is there, without a fault. */
let line: Line;
let faulty: Line;
let toProxy: Between;
beforeAll(async () => {
  let keys: Credentials;
  ({ demo, line, keys } = await openDemo());
  proxy = await openFaultProxy();
  faulty = lineTo(demo.organisation.s3Endpoint, keys, {
    proxyFor: async (origin) => (isStraight(origin) ? 'DIRECT' : `PROXY 127.0.0.1:${proxy.port}`),
    // A line that is silent is left soon; where a busy machine is taken for one, it is only tried again.
    timeouts: { connectMs: 10_000, answerMs: 1500, stallMs: 1000 },
  });
});
afterAll(async () => {
  await proxy.close();
  await demo.remove();
});
const proxyOrigin = () => `http://127.0.0.1:${proxy.port}`;
const isStraight = (origin: string) => origin === proxyOrigin();

/** Each brings its answers otherwise: by Node's client in a tunnel, and read into our own buffers. */
const ways: Record<string, Between> = {
  'through a tunnel': (request, send) => send(request),
  // It is signed for S3, and S3's is the host that it names.
  straight: (request, send) => send({ ...request, origin: proxyOrigin() }),
};

const MIB = 1_048_576;
const large = randomBytes(17 * MIB);
const small = randomBytes(70_000);
const schedule = fc.array(fc.constantFrom<Fault>(...FAULTS), { maxLength: 30 });

let round = 0;
async function fresh() {
  const folder = await scratch();
  for (const name of ['from', 'to']) await mkdir(join(folder, name));
  await writeFile(join(folder, 'from/large'), large);
  await writeFile(join(folder, 'from/small'), small);
  const prefix = `f${round++}/`;
  const done = async () => {
    proxy.follow([]);
    await empty(line, prefix);
    await rm(folder, { recursive: true });
  };
  return { folder, prefix, done };
}
/** Of one round: a file that failed on a line that stayed broken leaves its own, to be found later. */
const unfinished = async (Prefix: string) =>
  (await line.client.send(new ListMultipartUploadsCommand({ Bucket: BUCKET, Prefix }))).Uploads ?? [];
const bytesAt = async (Key: string) => {
  const { Body } = await line.client.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};

describe.each(Object.keys(ways))('%s', (way) => {
  beforeEach(() => {
    toProxy = ways[way] ?? toProxy;
    faulty.between = toProxy;
  });

  it('without a fault all arrive, through the same proxy', async () => {
    const { folder, prefix, done } = await fresh();
    const sent = begin(faulty, up([join(folder, 'from')], prefix), folder);
    await sent.ended;
    expect(sent.progress().files).toMatchObject({ done: 2, failed: 0 });
    expect(proxy.confirmed()).toHaveLength(3);
    const back = begin(faulty, down(`${prefix}from/`, join(folder, 'to')), folder);
    await back.ended;
    expect(back.progress().files).toMatchObject({ done: 2, failed: 0 });
    await done();
  });

  it.each(FAULTS)('%s, once, at the first request or a later one, fails no file', async (fault) => {
    const { folder, prefix, done } = await fresh();
    for (const after of [0, 2]) {
      const schedule: Fault[] = [...Array<Fault>(after).fill('none'), fault];
      proxy.follow(schedule);
      const sent = begin(faulty, up([join(folder, 'from')], prefix), folder);
      await sent.ended;
      expect(sent.progress()).toMatchObject({ files: { done: 2, failed: 0 }, failures: [] });
      proxy.follow(schedule);
      const back = begin(faulty, down(`${prefix}from/`, join(folder, 'to')), folder);
      await back.ended;
      expect(back.progress()).toMatchObject({ files: { done: 2, failed: 0 }, failures: [] });
    }
    await done();
  });

  it('going up', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (faults) => {
        const { folder, prefix, done } = await fresh();
        proxy.follow(faults);
        const run = begin(faulty, up([join(folder, 'from')], prefix), folder);
        await run.ended;
        const { files, failures, state } = run.progress();
        expect(state).toEqual({ kind: 'finished' });
        expect(files.done + files.failed).toBe(2);
        const confirmed = proxy.confirmed();
        expect(new Set(confirmed).size).toBe(confirmed.length);
        const failed = failures.map(({ name }) => name);
        expect(failed).toHaveLength(files.failed);
        for (const [name, bytes] of [
          ['from/large', large],
          ['from/small', small],
        ] as const)
          if (!failed.includes(name)) expect((await bytesAt(prefix + name)).equals(bytes)).toBe(true);
        if (files.failed === 0) expect(await unfinished(prefix)).toEqual([]);
        await done();
      }),
      rounds,
    );
  });

  it('coming down', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (faults) => {
        const { folder, prefix, done } = await fresh();
        await begin(line, up([join(folder, 'from/large')], prefix), folder).ended;
        const object = { Bucket: BUCKET, Key: `${prefix}small`, Body: small };
        await line.client.send(new PutObjectCommand({ ...object, ChecksumAlgorithm: 'CRC32' }));
        proxy.follow(faults);
        const run = begin(faulty, down(prefix, join(folder, 'to')), folder);
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
        await done();
      }),
      rounds,
    );
  });

  it('cancelled at any moment of it, nothing is left behind', async () => {
    await fc.assert(
      fc.asyncProperty(
        schedule,
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        async (faults, after, isUp) => {
          const { folder, prefix, done } = await fresh();
          if (!isUp) await begin(line, up([join(folder, 'from/large')], prefix), folder).ended;
          proxy.follow(faults);
          let asked = 0;
          faulty.between = (request, send) => {
            // What takes away what was begun is not spoiled: a line that stays broken leaves it to be found later.
            if (++asked === after) {
              proxy.follow([]);
              void run.cancel();
            }
            return toProxy(request, send);
          };
          const order = isUp ? up([join(folder, 'from')], prefix) : down(prefix, join(folder, 'to'));
          const run = begin(faulty, order, folder);
          await run.ended;
          faulty.between = toProxy;
          if (run.progress().state.kind === 'cancelled') expect(await unfinished(prefix)).toEqual([]);
          const names = await readdir(join(folder, 'to'));
          expect(names.filter((name) => name.endsWith('.daypass-part'))).toEqual([]);
          await done();
        },
      ),
      rounds,
    );
  });
});
