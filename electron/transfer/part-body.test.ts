import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Buffers, createBuffers } from './buffers.ts';
import { crc32 } from './crc32.ts';
import { openPart } from './part-body.ts';
import { createThrottle } from './throttle.ts';
import type { Upload } from './upload-file.ts';

const MIB = 1_048_576;
const bytes = randomBytes(20 * MIB + 7);
let folder: string;
let upload: Pick<Upload, 'handle' | 'file'>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'part-'));
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  upload = { handle: await open(path, 'r'), file: { path, sizeBytes: bytes.length, modifiedMs: 0 } };
});
afterAll(async () => {
  await upload.handle.close();
  await rm(folder, { recursive: true });
});

/** Nobody limits it. */
const using = (buffers: Buffers) => ({
  buffers,
  throttle: createThrottle({ nowMs: () => 0, wait: async () => {} }),
  stop: new AbortController().signal,
});

it.each([
  ['small', { number: 1, start: 5, length: 3 * MIB }],
  ['large', { number: 1, start: 3, length: 17 * MIB + 1 }],
])('a %s part is its bytes with their checksum, as often as it is asked for', async (_kind, part) => {
  const opened = await openPart(using(createBuffers(0)), upload, part);
  const expected = bytes.subarray(part.start, part.start + part.length);
  expect(opened.crc).toBe(crc32(expected));
  for (let turn = 0; turn < 2; turn++) {
    const body = opened.body();
    const all = Buffer.isBuffer(body) ? body : Buffer.concat(await (body as Readable).toArray());
    expect(all.equals(expected)).toBe(true);
  }
  opened.done();
});

it('a large part is never in memory whole', async () => {
  const taken: number[] = [];
  const real = createBuffers(0);
  const buffers = {
    take(size: number) {
      taken.push(size);
      return real.take(size);
    },
    giveBack: () => {},
  };
  await openPart(using(buffers), upload, { number: 1, start: 0, length: 20 * MIB });
  expect(Math.max(...taken)).toBe(MIB);
});

it('a file that became shorter is said', async () => {
  const part = { number: 1, start: 10 * MIB, length: 17 * MIB };
  await expect(openPart(using(createBuffers(0)), upload, part)).rejects.toMatchObject({
    code: 'file-changed',
  });
});

it.each([3, 17])(
  'under a limit a part of %i MiB goes out in slices that wait for each other',
  async (mib) => {
    let waited = 0;
    const throttle = createThrottle({
      nowMs: () => 0,
      wait: async () => {
        waited++;
      },
    });
    throttle.limit(1000);
    const part = { number: 1, start: 7, length: mib * MIB };
    const opened = await openPart({ ...using(createBuffers(0)), throttle }, upload, part);
    const slices = (await (opened.body() as Readable).toArray()) as Buffer[];
    expect(Buffer.concat(slices).equals(bytes.subarray(7, 7 + mib * MIB))).toBe(true);
    expect(Math.max(...slices.map(({ length }) => length))).toBe(65_536);
    expect(waited).toBe(mib * 16 - 1);
  },
);
