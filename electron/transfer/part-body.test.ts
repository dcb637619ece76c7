import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createBuffers } from './buffers.ts';
import { crc32 } from './crc32.ts';
import { openPart } from './part-body.ts';
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

it.each([
  ['small', { number: 1, start: 5, length: 3 * MIB }],
  ['large', { number: 1, start: 3, length: 17 * MIB + 1 }],
])('a %s part is its bytes with their checksum, as often as it is asked for', async (_kind, part) => {
  const opened = await openPart({ buffers: createBuffers(0) }, upload, part);
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
  await openPart({ buffers }, upload, { number: 1, start: 0, length: 20 * MIB });
  expect(Math.max(...taken)).toBe(MIB);
});

it('a file that became shorter is said', async () => {
  const part = { number: 1, start: 10 * MIB, length: 17 * MIB };
  await expect(openPart({ buffers: createBuffers(0) }, upload, part)).rejects.toMatchObject({
    code: 'file-changed',
  });
});
