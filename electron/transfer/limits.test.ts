/** Limits of speed and of requests, on real files and the demo's S3; time goes on only while somebody waits for it. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { TestDemo } from '../../demo/testing.ts';
import type { TransferLimits } from '../contract/transfer.ts';
import { begin, down, empty, type Line, openDemo, scratch, up } from './at-the-demo.test-parts.ts';
import { createRoom } from './room.ts';

const MIB = 1_048_576;
const PREFIX = 'limits/';
vi.setConfig({ testTimeout: 60_000 });
let demo: TestDemo;
let line: Line;
let folder: string;
let nowMs: number;
beforeAll(async () => {
  ({ demo, line } = await openDemo());
});
afterAll(() => demo.remove());
beforeEach(async () => {
  folder = await scratch();
  nowMs = 0;
  await mkdir(join(folder, 'from'));
  await mkdir(join(folder, 'to'));
  return async () => {
    line.between = (request, send) => send(request);
    await empty(line, PREFIX);
    await rm(folder, { recursive: true, force: true });
  };
});

const none: TransferLimits = {
  uploadBytesPerSecond: null,
  downloadBytesPerSecond: null,
  atOnce: 3,
  requests: null,
};

/** Both ways, as one room allows it. Answers how long each took by the clock of the room. */
async function bothWays(limits: Partial<TransferLimits>): Promise<{ upMs: number; downMs: number }> {
  const wait = async (ms: number, stop: AbortSignal) => {
    stop.throwIfAborted();
    nowMs += ms;
  };
  const room = createRoom({ nowMs: () => nowMs, wait });
  room.limit({ ...none, ...limits });
  const sent = begin(line, up([join(folder, 'from')], PREFIX), folder, { lanes: room.lanesFor('upload') });
  await sent.ended;
  const upMs = nowMs;
  const order = down(`${PREFIX}from/`, join(folder, 'to'));
  const fetched = begin(line, order, folder, { lanes: room.lanesFor('download') });
  await fetched.ended;
  for (const run of [sent, fetched]) expect(run.progress().failures).toEqual([]);
  return { upMs, downMs: nowMs - upMs };
}

const FILES = { 'small.bin': 200_000, 'empty.bin': 0, 'large.bin': 17 * MIB };
const ALL_BYTES = 200_000 + 17 * MIB;

it('the bytes are the same, and none goes before its time, either way by its own limit', async () => {
  for (const [name, size] of Object.entries(FILES))
    await writeFile(join(folder, 'from', name), randomBytes(size));
  const perSecond = 1_000_000;
  const { upMs, downMs } = await bothWays({
    uploadBytesPerSecond: perSecond,
    downloadBytesPerSecond: perSecond * 4,
  });
  // The last slice is on its way when the clock stops.
  const leastMs = (ALL_BYTES - 3 * MIB) / 1000;
  expect(upMs).toBeGreaterThan(leastMs);
  expect(downMs).toBeGreaterThan(leastMs / 4);
  for (const name of Object.keys(FILES)) {
    const [from, to] = await Promise.all(['from', 'to'].map((at) => readFile(join(folder, at, name))));
    expect(from && to?.equals(from)).toBe(true);
  }
});

it('without one nobody waits', async () => {
  await writeFile(join(folder, 'from/large.bin'), randomBytes(17 * MIB));
  expect(await bothWays({})).toEqual({ upMs: 0, downMs: 0 });
});

it.each([
  ['requests', { requests: 1 }],
  ['bytes', { uploadBytesPerSecond: 100_000, downloadBytesPerSecond: 100_000 }],
])('few %s allowed, one request after the other goes', async (_what, limits) => {
  for (let i = 0; i < 20; i++) await writeFile(join(folder, `from/${i}.bin`), randomBytes(3000));
  let now = 0;
  let most = 0;
  line.between = async (request, send) => {
    most = Math.max(most, ++now);
    try {
      return await send(request);
    } finally {
      now--;
    }
  };
  await bothWays(limits);
  // A list of what there is goes beside.
  expect(most).toBeLessThanOrEqual(2);
});
