import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestDemo } from '../../demo/testing.ts';
import { BUCKET, begin, down, empty, type Line, openDemo, scratch, up } from './at-the-demo.test-parts.ts';
import { readJournal } from './journal.ts';

const MIB = 1_048_576;
vi.setConfig({ testTimeout: 120_000 });
let demo: TestDemo;
let line: Line;
let folder: string;
let number = 0;
let prefix: string;
beforeAll(async () => {
  ({ demo, line } = await openDemo());
});
afterAll(() => demo.remove());
beforeEach(async () => {
  folder = await scratch();
  prefix = `t${number++}/`;
  line.seen.length = 0;
  line.between = (request, send) => send(request);
  return async () => {
    line.between = (request, send) => send(request);
    await empty(line, prefix);
    await rm(folder, { recursive: true, force: true });
  };
});

const put = (key: string, Body: string | Buffer) =>
  line.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body }));
const bytesAt = async (Key: string) =>
  Buffer.from(
    (await (
      await line.client.send(new GetObjectCommand({ Bucket: BUCKET, Key }))
    ).Body?.transformToByteArray()) ?? [],
  );
const keys = async () =>
  ((await line.client.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: prefix }))).Contents ?? []).map(
    ({ Key = '' }) => Key.slice(prefix.length),
  );
const unfinished = async () =>
  (await line.client.send(new ListMultipartUploadsCommand({ Bucket: BUCKET }))).Uploads ?? [];
const write = async (name: string, bytes: string | Buffer) => {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, bytes);
  return path;
};
const partsSent = () =>
  line.seen.filter(({ method, path }) => method === 'PUT' && path.includes('partNumber'));
const same = (a: Buffer, b: Buffer) => expect(a.equals(b)).toBe(true);
const leftovers = async (where: string) =>
  (await readdir(where, { recursive: true })).filter((name) => name.endsWith('.daypass-part'));

describe('there and back', () => {
  it.each([0, 1, 16 * MIB, 16 * MIB + 1, 40 * MIB])(
    '%i bytes are the same, with their time',
    async (size) => {
      const bytes = randomBytes(size);
      const source = await write('from/big.bin', bytes);
      const there = begin(line, up([source], prefix), folder);
      await there.ended;
      expect(there.progress()).toMatchObject({
        state: { kind: 'finished' },
        files: { found: 1, done: 1, failed: 0, counted: true },
        doneBytes: size,
        totalBytes: size,
        failures: [],
      });
      expect(await keys()).toEqual(['big.bin']);
      expect(await unfinished()).toEqual([]);
      await mkdir(join(folder, 'to'));
      const back = begin(line, down(prefix, join(folder, 'to')), folder);
      await back.ended;
      expect(back.progress()).toMatchObject({
        files: { done: 1, failed: 0 },
        doneBytes: size,
        totalBytes: size,
      });
      same(await readFile(join(folder, 'to/big.bin')), bytes);
      const { LastModified } = await line.client.send(
        new GetObjectCommand({ Bucket: BUCKET, Key: `${prefix}big.bin` }),
      );
      expect((await stat(join(folder, 'to/big.bin'))).mtime).toEqual(LastModified);
      expect(await readdir(join(folder, 'to'))).toEqual(['big.bin']);
    },
  );

  it('a folder keeps its tree', async () => {
    const names = ['a.txt', 'b/c.txt', 'b/d/e f+ü%.txt', 'z/.hidden'];
    for (const name of names) await write(`from/${name}`, `of ${name}`);
    await begin(line, up([join(folder, 'from')], prefix), folder).ended;
    expect((await keys()).sort()).toEqual(names.map((name) => `from/${name}`).sort());
    await mkdir(join(folder, 'to'));
    await begin(line, down(prefix, join(folder, 'to')), folder).ended;
    for (const name of names)
      expect(await readFile(join(folder, 'to/from', name), 'utf8')).toBe(`of ${name}`);
  });

  it('a key that is also a folder of others is kept beside it', async () => {
    for (const key of ['a', 'a/b', 'a/b/c', 'd/', 'e//f']) await put(prefix + key, key === 'd/' ? '' : key);
    await mkdir(join(folder, 'to'));
    const run = begin(line, down(prefix, join(folder, 'to')), folder);
    await run.ended;
    expect(run.progress()).toMatchObject({ files: { done: 5, failed: 0 } });
    for (const [at, text] of [
      ['a', 'a'],
      ['a%~2/b', 'a/b'],
      ['a%~2/b%~2/c', 'a/b/c'],
      ['e/%2F/f', 'e//f'],
    ] as const)
      expect(await readFile(join(folder, 'to', at), 'utf8')).toBe(text);
    expect((await lstat(join(folder, 'to/d'))).isDirectory()).toBe(true);
  });

  it('an object chosen alone whose key ends with a slash has its bytes saved', async () => {
    await put(`${prefix}odd/`, 'not empty');
    await mkdir(join(folder, 'to'));
    const order = {
      ...down(prefix, join(folder, 'to')),
      sources: [{ kind: 'object' as const, key: `${prefix}odd/` }],
    };
    const run = begin(line, order, folder);
    await run.ended;
    expect(run.progress()).toMatchObject({ files: { done: 1 }, totalBytes: 9, doneBytes: 9 });
    expect(await readFile(join(folder, 'to/odd/%2F'), 'utf8')).toBe('not empty');
  });
});

describe('what is there already', () => {
  it.each([
    ['skip', ['a.txt'], 'old', { skipped: 1 }],
    ['replace', ['a.txt'], 'newer', { done: 1 }],
    ['keepBoth', ['a (2).txt', 'a.txt'], 'old', { done: 1 }],
    ['compare', ['a.txt'], 'newer', { done: 1 }],
  ] as const)('in S3: %s', async (conflict, names, text, files) => {
    await put(`${prefix}a.txt`, 'old');
    const source = await write('a.txt', 'newer');
    const run = begin(line, up([source], prefix, conflict), folder);
    await run.ended;
    expect(run.progress().files).toMatchObject({ failed: 0, ...files });
    expect(await keys()).toEqual(names);
    expect((await bytesAt(`${prefix}a.txt`)).toString()).toBe(text);
  });

  it.each([
    ['skip', ['a.txt'], 'older', { skipped: 1 }],
    ['replace', ['a.txt'], 'new', { done: 1 }],
    ['keepBoth', ['a (2).txt', 'a.txt'], 'older', { done: 1 }],
    ['compare', ['a.txt'], 'new', { done: 1 }],
  ] as const)('on this computer: %s', async (conflict, names, text, files) => {
    await put(`${prefix}a.txt`, 'new');
    await write('to/a.txt', 'older');
    const run = begin(line, down(prefix, join(folder, 'to'), conflict), folder);
    await run.ended;
    expect(run.progress().files).toMatchObject({ failed: 0, ...files });
    expect((await readdir(join(folder, 'to'))).sort()).toEqual(names);
    expect(await readFile(join(folder, 'to/a.txt'), 'utf8')).toBe(text);
  });

  it('is not sent and not fetched again when it is the same', async () => {
    const source = await write('a.txt', 'text');
    await utimes(source, 1, 1);
    await begin(line, up([source], prefix), folder).ended;
    await mkdir(join(folder, 'to'));
    for (const order of [up([source], prefix, 'compare'), down(prefix, join(folder, 'to'))])
      await begin(line, order, folder).ended;
    line.seen.length = 0;
    const again = begin(line, down(prefix, join(folder, 'to'), 'compare'), folder);
    await again.ended;
    expect(again.progress()).toMatchObject({ files: { skipped: 1, done: 0 }, totalBytes: 0, doneBytes: 0 });
    expect(line.seen.filter(({ method, path }) => method === 'GET' && !path.includes('list-type'))).toEqual(
      [],
    );
  });

  it.each(['skip', 'keepBoth'] as const)('costs no part of a large file: %s', async (conflict) => {
    await put(`${prefix}a.bin`, 'old');
    const source = await write('a.bin', randomBytes(17 * MIB));
    const run = begin(line, up([source], prefix, conflict), folder);
    await run.ended;
    expect(partsSent()).toHaveLength(conflict === 'skip' ? 0 : 3);
    expect(run.progress().files.failed).toBe(0);
  });
});

/** So many parts go through; the others hang until they are stopped. */
function onlyFirstParts(how: 'PUT' | 'GET', most: number): void {
  let begun = 0;
  line.between = (request, send) => {
    const isRange = Object.keys(request.headers).some((name) => name.toLowerCase() === 'range');
    if (request.method !== how || !(isRange || request.path.includes('partNumber'))) return send(request);
    if (begun++ < most) return send(request);
    return new Promise((_resolve, reject) => {
      const abort = () => reject(Object.assign(new Error('Request aborted'), { name: 'AbortError' }));
      if (request.signal?.aborted) abort();
      request.signal?.addEventListener('abort', abort);
    });
  };
}
const partsNoted = (file: string, count: number) =>
  expect
    .poll(() => readJournal(file)?.begun.get(`${prefix}a.bin`)?.parts.size, { timeout: 60_000 })
    .toBe(count);

describe('stopped half-way', () => {
  it('an upload that is left goes on, and no confirmed part is sent twice', async () => {
    const bytes = randomBytes(40 * MIB);
    const source = await write('a.bin', bytes);
    const order = up([source], prefix);
    onlyFirstParts('PUT', 2);
    const first = begin(line, order, folder);
    await partsNoted(first.journalFile, 2);
    await first.leave();
    expect(await unfinished()).toHaveLength(1);
    line.between = (request, send) => send(request);
    line.seen.length = 0;
    const second = begin(line, order, folder);
    await second.ended;
    expect(partsSent()).toHaveLength(3);
    expect(second.progress()).toMatchObject({ files: { done: 1, failed: 0 }, doneBytes: 40 * MIB });
    same(await bytesAt(`${prefix}a.bin`), bytes);
    expect(await unfinished()).toEqual([]);
  });

  it('a download that is left goes on from its part file, as far as that is right', async () => {
    const bytes = randomBytes(40 * MIB);
    await put(`${prefix}a.bin`, bytes);
    await mkdir(join(folder, 'to'));
    const order = down(prefix, join(folder, 'to'));
    onlyFirstParts('GET', 3);
    const first = begin(line, order, folder);
    await partsNoted(first.journalFile, 3);
    await first.leave();
    const [part = ''] = await leftovers(join(folder, 'to'));
    // As a machine that lost its power may leave it.
    await truncate(join(folder, 'to', part), 16 * MIB + 5);
    line.between = (request, send) => send(request);
    line.seen.length = 0;
    const second = begin(line, order, folder);
    await second.ended;
    expect(second.progress()).toMatchObject({ files: { done: 1, failed: 0 }, doneBytes: 40 * MIB });
    expect(
      line.seen.filter(({ method, path }) => method === 'GET' && path.includes('GetObject')),
    ).toHaveLength(3);
    same(await readFile(join(folder, 'to/a.bin')), bytes);
    expect(await leftovers(join(folder, 'to'))).toEqual([]);
  });

  it.each([
    ['after it took the part file away', false],
    ['before it did', true],
  ])('a crash between place and note makes no second copy: %s', async (_when, partStays) => {
    await put(`${prefix}a.txt`, 'text');
    await mkdir(join(folder, 'to'));
    const order = down(prefix, join(folder, 'to'), 'keepBoth');
    const first = begin(line, order, folder);
    await first.ended;
    const facts = (await readFile(first.journalFile, 'utf8')).split('\n');
    const began = facts.map((fact) => JSON.parse(fact || '{}')).find((fact) => 'began' in fact);
    if (partStays) await link(join(folder, 'to/a.txt'), began.how.part);
    const forgotten = partStays ? /"(done|placed)"/ : /"done"/;
    await writeFile(first.journalFile, facts.filter((fact) => !forgotten.test(fact)).join('\n'));
    const second = begin(line, order, folder);
    await second.ended;
    expect(second.progress()).toMatchObject({ files: { done: 1, failed: 0 }, doneBytes: 4 });
    expect(await readdir(join(folder, 'to'))).toEqual(['a.txt']);
  });

  it('a part file that a backup has linked to is no file in its place', async () => {
    await put(`${prefix}a.txt`, 'text');
    await mkdir(join(folder, 'to'));
    const order = down(prefix, join(folder, 'to'), 'keepBoth');
    const first = begin(line, order, folder);
    await first.ended;
    const facts = (await readFile(first.journalFile, 'utf8')).split('\n');
    const began = facts.map((fact) => JSON.parse(fact || '{}')).find((fact) => 'began' in fact);
    await rm(join(folder, 'to/a.txt'));
    await writeFile(began.how.part, 'te');
    await link(began.how.part, join(folder, 'backup'));
    await writeFile(first.journalFile, facts.filter((fact) => !/"(done|placed)"/.test(fact)).join('\n'));
    await begin(line, order, folder).ended;
    expect(await readdir(join(folder, 'to'))).toEqual(['a.txt']);
    expect(await readFile(join(folder, 'to/a.txt'), 'utf8')).toBe('text');
  });

  it.each(['PUT', 'GET'] as const)('a cancel leaves nothing: %s', async (how) => {
    const source = await write('a.bin', randomBytes(40 * MIB));
    if (how === 'GET') await begin(line, up([source], prefix), folder).ended;
    await mkdir(join(folder, 'to'));
    onlyFirstParts(how, 2);
    const run = begin(line, how === 'PUT' ? up([source], prefix) : down(prefix, join(folder, 'to')), folder);
    await partsNoted(run.journalFile, 2);
    await run.cancel();
    expect(run.progress().state).toEqual({ kind: 'cancelled' });
    expect(await unfinished()).toEqual([]);
    expect(await readdir(join(folder, 'to'))).toEqual([]);
  });

  it('a session that ended is known also where only HeadObject hears of it, which has no words', async () => {
    await put(`${prefix}a.bin`, randomBytes(9 * MIB));
    await mkdir(join(folder, 'to'));
    const over = { status: 400, headers: {}, body: Readable.from([]) };
    const words = '<Error><Code>ExpiredToken</Code><Message>over</Message></Error>';
    let told = false;
    let waited = 0;
    line.between = async (request, send) => {
      if (told || request.path.includes('list-type')) return send(request);
      if (request.method === 'HEAD') return over;
      told = true;
      return { ...over, headers: { 'content-type': 'application/xml' }, body: Readable.from([words]) };
    };
    const run = begin(line, down(prefix, join(folder, 'to')), folder, {
      awaitSession(what, _error, open) {
        if (what === 'signIn') waited++;
        setImmediate(open);
      },
    });
    await run.ended;
    expect(run.progress().files).toMatchObject({ done: 1, failed: 0 });
    expect(waited).toBe(1);
  });

  it('only what failed is tried again', async () => {
    for (const name of ['a', 'b', 'c']) await write(`from/${name}`, name);
    const order = up([join(folder, 'from')], prefix);
    line.between = async (request, send) => {
      const answer = await send(request);
      return request.path.includes('from/b') ? { ...answer, status: 400 } : answer;
    };
    const first = begin(line, order, folder);
    await first.ended;
    expect(first.progress()).toMatchObject({ files: { done: 2, failed: 1 }, failures: [{ name: 'from/b' }] });
    line.between = (request, send) => send(request);
    line.seen.length = 0;
    const second = begin(line, order, folder);
    await second.ended;
    expect(second.progress()).toMatchObject({ files: { done: 3, failed: 0 }, doneBytes: 3, totalBytes: 3 });
    expect(line.seen).toHaveLength(1);
  });
});

describe('this computer', () => {
  it('a file that changes while it goes up is said, and leaves nothing in S3', async () => {
    const source = await write('a.bin', randomBytes(20 * MIB));
    let touched = false;
    line.between = async (request, send) => {
      if (!touched && /partNumber/.test(request.path)) {
        touched = true;
        await utimes(source, 5, 5);
      }
      return send(request);
    };
    const run = begin(line, up([source], prefix), folder);
    await run.ended;
    expect(run.progress()).toMatchObject({
      files: { failed: 1 },
      failures: [{ failure: { code: 'file-changed' } }],
    });
    expect(run.progress().doneBytes).toBe(0);
    expect([await keys(), await unfinished()]).toEqual([[], []]);
  });

  it('links, and files nobody may read, are told, and the others go', async () => {
    await write('from/a', 'a');
    await symlink('/etc', join(folder, 'from/link'));
    const locked = await write('from/locked', 'x');
    await chmod(locked, 0);
    const run = begin(line, up([join(folder, 'from'), join(folder, 'gone')], prefix), folder);
    await run.ended;
    const { failures, files } = run.progress();
    const root = process.getuid?.() === 0;
    expect(files.failed).toBe(root ? 2 : 3);
    expect(new Set(failures.map(({ failure }) => failure.code))).toEqual(new Set(['file-unreadable']));
  });

  it('a chosen folder that is gone is said', async () => {
    await put(`${prefix}a`, 'a');
    const run = begin(line, down(prefix, join(folder, 'gone')), folder);
    await run.ended;
    expect(run.progress().state).toMatchObject({
      kind: 'failed',
      failure: { code: 'file-not-written', subject: join(folder, 'gone') },
    });
  });

  it.each(['before', 'during'])('a link that is planted %s is not followed', async (when) => {
    await mkdir(join(folder, 'outside'));
    await mkdir(join(folder, 'to'));
    await put(`${prefix}sub/a`, 'a');
    const plant = async () => {
      await rm(join(folder, 'to/sub'), { recursive: true, force: true });
      await symlink(join(folder, 'outside'), join(folder, 'to/sub'));
    };
    if (when === 'before') await plant();
    else
      line.between = async (request, send) => {
        if (request.path.includes('GetObject')) await plant();
        return send(request);
      };
    const run = begin(line, down(prefix, join(folder, 'to')), folder);
    await run.ended;
    expect(run.progress()).toMatchObject({ failures: [{ failure: { code: 'transfer-name-unsafe' } }] });
    expect(await readdir(join(folder, 'outside'))).toEqual([]);
    expect(existsSync(join(folder, 'outside/a'))).toBe(false);
  });
});
