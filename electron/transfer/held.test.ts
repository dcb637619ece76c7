/** Names that are taken, while nobody has said what becomes of them: real files, the demo's S3. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { TestDemo } from '../../demo/testing.ts';
import type { TransferProgress } from '../contract/transfer.ts';
import { BUCKET, begin, down, empty, type Line, openDemo, scratch, up } from './at-the-demo.test-parts.ts';
import { createHeld } from './held.ts';
import type { Run } from './run.ts';

vi.setConfig({ testTimeout: 60_000 });
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
  prefix = `held${number++}/`;
  for (const name of ['a.txt', 'b.txt']) await put(name, `old ${name}`);
  await mkdir(join(folder, 'from'));
  for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt'])
    await writeFile(join(folder, 'from', name), `new ${name}`);
  return async () => {
    await empty(line, prefix);
    await rm(folder, { recursive: true, force: true });
  };
});
const put = (name: string, Body: string) =>
  line.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: `${prefix}from/${name}`, Body }));
const textOf = async (name: string) =>
  (
    await line.client.send(new GetObjectCommand({ Bucket: BUCKET, Key: `${prefix}from/${name}` }))
  ).Body?.transformToString();
const names = async () =>
  ((await line.client.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: prefix }))).Contents ?? []).map(
    ({ Key = '' }) => Key.slice(`${prefix}from/`.length),
  );
const order = () => up([join(folder, 'from')], prefix, 'ask');

/** Resolves when nothing is left to do but to answer. */
async function asked(run: Run): Promise<TransferProgress> {
  await vi.waitFor(() => expect(run.progress().state).toEqual({ kind: 'waiting', for: 'answer' }));
  return run.progress();
}

it('all others go up first, then one answer counts for those that are taken', async () => {
  const run = begin(line, order(), folder);
  const { taken, files } = await asked(run);
  expect(taken.count).toBe(2);
  expect(taken.names.toSorted()).toEqual(['from/a.txt', 'from/b.txt']);
  expect(files).toMatchObject({ found: 4, done: 2, skipped: 0, failed: 0 });
  expect(await names()).toEqual(['a.txt', 'b.txt', 'c.txt', 'd.txt']);
  expect(await textOf('a.txt')).toBe('old a.txt');
  run.answer('replace');
  await run.ended;
  expect(run.progress()).toMatchObject({
    state: { kind: 'finished' },
    files: { found: 4, done: 4, skipped: 0 },
    taken: { count: 0, names: [] },
  });
  expect(await textOf('a.txt')).toBe('new a.txt');
});

it.each([
  ['skip', ['a.txt', 'b.txt', 'c.txt', 'd.txt'], { done: 2, skipped: 2 }],
  ['keepBoth', ['a (2).txt', 'a.txt', 'b (2).txt', 'b.txt', 'c.txt', 'd.txt'], { done: 4, skipped: 0 }],
] as const)('answered with %s', async (conflict, left, counts) => {
  const run = begin(line, order(), folder);
  await asked(run);
  run.answer(conflict);
  await run.ended;
  expect((await names()).sort()).toEqual(left);
  expect(await textOf('a.txt')).toBe('old a.txt');
  expect(run.progress().files).toMatchObject({ ...counts, failed: 0 });
});

it('an answer that is there already counts for all that come', async () => {
  const run = begin(line, order(), folder);
  run.answer('skip');
  await run.ended;
  expect(run.progress().files).toMatchObject({ done: 2, skipped: 2 });
});

it('a run that was left before the answer asks anew, one that was left after it does not', async () => {
  const wish = order();
  const first = begin(line, wish, folder);
  await asked(first);
  await first.leave();
  const second = begin(line, wish, folder);
  expect((await asked(second)).files).toMatchObject({ found: 4, done: 2 });
  second.answer('replace');
  await second.leave();
  const third = begin(line, wish, folder);
  await third.ended;
  expect(third.progress()).toMatchObject({ state: { kind: 'finished' }, files: { done: 4 } });
  expect(await textOf('b.txt')).toBe('new b.txt');
});

it('cancelled instead of answered, what was there stays', async () => {
  const run = begin(line, order(), folder);
  await asked(run);
  await run.cancel();
  expect(run.progress().state).toEqual({ kind: 'cancelled' });
  expect(await textOf('a.txt')).toBe('old a.txt');
});

it('of a download: what is on the disk stays until the answer', async () => {
  const to = join(folder, 'to');
  await mkdir(join(to, 'from'), { recursive: true });
  await writeFile(join(to, 'from/b.txt'), 'mine');
  const run = begin(line, down(prefix, to, 'ask'), folder);
  expect((await asked(run)).taken).toEqual({ count: 1, names: ['from/b.txt'] });
  expect(await readFile(join(to, 'from/b.txt'), 'utf8')).toBe('mine');
  expect(await readFile(join(to, 'from/a.txt'), 'utf8')).toBe('old a.txt');
  run.answer('keepBoth');
  await run.ended;
  expect((await readdir(join(to, 'from'))).sort()).toEqual(['a.txt', 'b (2).txt', 'b.txt']);
  expect(run.progress()).toMatchObject({ files: { found: 2, done: 2 }, renamed: { count: 0 } });
});

it('ten thousand are held; whoever finds more waits for the answer', async () => {
  const held = createHeld('ask', null);
  const { signal } = new AbortController();
  const file = (i: number) => ({ name: String(i), bytes: 1, again: async () => {} });
  for (let i = 1; i < 10_000; i++) await held.hold(file(i), signal);
  expect(held.isFull()).toBe(false);
  let waits = true;
  const last = held.hold(file(10_000), signal).then(() => {
    waits = false;
  });
  await Promise.resolve();
  expect([held.isFull(), waits, held.names().length]).toEqual([true, true, 100]);
  held.answer('skip');
  await last;
  expect(held.take()).toHaveLength(10_000);
});
