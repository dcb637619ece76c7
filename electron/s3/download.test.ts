import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningServer, serve } from '../../demo/http/serve.ts';
import { directTransport } from '../network/direct.test-parts.ts';
import { createS3Client } from './client.ts';
import { downloadObject } from './download.ts';
import { s3Failure } from './errors.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7919) % 251));
const whole: Answer = (response) => response.setHeader('Content-Length', bytes.length).end(bytes);
/** Says how long the object is, sends its start, and then does as `then` says. */
const started =
  (then: Answer): Answer =>
  (response, request) => {
    response.setHeader('Content-Length', bytes.length);
    response.write(bytes.subarray(0, 100_000), () => then(response, request));
  };
const waits: Answer = () => {};
const never = () => new AbortController().signal;

let server: RunningServer;
let answer: Answer;
let asked: string[];
let folder: string;
beforeEach(async () => {
  asked = [];
  folder = await mkdtemp(join(tmpdir(), 'daypass-download-'));
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    asked.push(request.url ?? '');
    answer(response, request);
  };
  server = await serve({ port: 0, now: Date.now, handle });
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

function download(
  name: string,
  { stop = never(), progress = () => {} }: { stop?: AbortSignal; progress?: (done: number) => void } = {},
) {
  const endpoint = `http://127.0.0.1:${server.port}`;
  const keys = { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c', expiresAt: 0, clockOffsetMs: 0 };
  const client = createS3Client(
    {
      ...keys,
      region: 'eu-west-1',
      endpoint,
      forcePathStyle: true,
      useFips: false,
      scope: 'full' as const,
      guarded: false,
    },
    directTransport(),
  );
  const what = { bucket: 'bucket', key: 'a folder/object.bin', path: join(folder, name) };
  return downloadObject(client, what, progress, stop).finally(() => client.destroy());
}
const failureOf = (running: Promise<number>) =>
  running.then(
    () => 'a whole file',
    (error: unknown) => s3Failure(error, 'object').code,
  );

describe('an object that arrives', () => {
  beforeEach(() => {
    answer = whole;
  });

  it('is in its place with every byte, for the person only, and nothing beside it', async () => {
    const done: number[] = [];
    expect(await download('object.bin', { progress: (count) => done.push(count) })).toBe(bytes.length);
    expect(bytes.equals(await readFile(join(folder, 'object.bin')))).toBe(true);
    expect(await readdir(folder)).toEqual(['object.bin']);
    expect(asked).toEqual(['/bucket/a%20folder/object.bin?x-id=GetObject']);
    expect(done.at(-1)).toBe(bytes.length);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    if (process.platform !== 'win32')
      expect((await stat(join(folder, 'object.bin'))).mode & 0o777).toBe(0o600);
  });

  it('may be empty', async () => {
    answer = (response) => response.setHeader('Content-Length', 0).end();
    expect(await download('empty')).toBe(0);
    expect(await readFile(join(folder, 'empty'), 'utf8')).toBe('');
  });

  it.each([
    ['ASCII', `${'x'.repeat(251)}.txt`],
    ['three bytes a letter', `${'漢'.repeat(83)}.txt`],
    ['four bytes a letter', `x${'🪁'.repeat(63)}`],
  ])('may have the longest name that the disk takes, of %s', async (_what, name) => {
    expect(await failureOf(download(name))).toBe('a whole file');
    expect(await readdir(folder)).toEqual([name]);
  });

  it('does not mix with another one that goes to the same place', async () => {
    const other = Buffer.alloc(bytes.length, 'other');
    const held: ServerResponse[] = [];
    answer = started((response) => held.push(response));
    const first = download('same');
    await expect.poll(() => held.length).toBe(1);
    answer = (response) => response.setHeader('Content-Length', other.length).end(other);
    expect(await download('same')).toBe(other.length);
    expect(other.equals(await readFile(join(folder, 'same')))).toBe(true);
    held[0]?.end(bytes.subarray(100_000));
    expect(await first).toBe(bytes.length);
    expect(bytes.equals(await readFile(join(folder, 'same')))).toBe(true);
    expect(await readdir(folder)).toEqual(['same']);
  });
});

describe('a file that was there before', () => {
  beforeEach(() => writeFile(join(folder, 'object.bin'), 'before'));
  const content = () => readFile(join(folder, 'object.bin'), 'utf8');

  it('stays as it was until the new one is whole', async () => {
    let finish = () => {};
    answer = started((response) => {
      finish = () => response.end(bytes.subarray(100_000));
    });
    let arrived = 0;
    const running = download('object.bin', {
      progress: (done) => {
        arrived = done;
      },
    });
    await expect.poll(() => arrived).toBe(100_000);
    expect(await content()).toBe('before');
    finish();
    await running;
    expect(bytes.equals(await readFile(join(folder, 'object.bin')))).toBe(true);
  });

  it('survives a cut', async () => {
    answer = started((response) => response.destroy());
    expect(await failureOf(download('object.bin'))).toBe('download-cut');
    expect(await content()).toBe('before');
  });
});

describe('a download that fails leaves nothing', () => {
  it.each<[string, string, Answer]>([
    ['the connection is cut', 'download-cut', started((response) => response.destroy())],
    ['the connection is closed early', 'download-cut', started(({ socket }) => socket?.end())],
    [
      'a part without a length is cut',
      'download-cut',
      (response) => response.write(bytes, () => response.destroy()),
    ],
    ['there is no such object', 's3-no-such-key', (response) => response.writeHead(404).end()],
    ['access is denied', 's3-access-denied', (response) => response.writeHead(403).end()],
  ])('when %s: %s', async (_when, code, how) => {
    answer = how;
    expect(await failureOf(download('object.bin'))).toBe(code);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['its folder is not there', 'missing/object.bin'],
    ['a folder is in its place', 'taken'],
  ])('when %s: file-not-written', async (_when, name) => {
    await mkdir(join(folder, 'taken'));
    answer = whole;
    expect(await failureOf(download(name))).toBe('file-not-written');
    expect(await readdir(folder)).toEqual(['taken']);
  });

  it('when it is stopped before S3 has answered', async () => {
    answer = waits;
    const stop = new AbortController();
    const running = download('object.bin', { stop: stop.signal });
    await expect.poll(() => asked.length).toBe(1);
    stop.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('when it is stopped half-way', async () => {
    answer = started(waits);
    const stop = new AbortController();
    const running = download('object.bin', { stop: stop.signal, progress: () => stop.abort() });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readdir(folder)).toEqual([]);
  });
});
