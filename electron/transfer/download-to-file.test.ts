/** One object as the very file that the person named. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestDemo } from '../../demo/testing.ts';
import { BUCKET, begin, down, empty, type Line, openDemo, scratch } from './at-the-demo.test-parts.ts';
import type { RunParts } from './run.ts';

const KEY = 'named/object.bin';
const bytes = randomBytes(300_000);
let demo: TestDemo;
let line: Line;
let folder: string;
beforeAll(async () => {
  ({ demo, line } = await openDemo());
  await line.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: KEY, Body: bytes }));
});
afterAll(async () => {
  await empty(line, 'named/');
  await demo.remove();
});
beforeEach(async () => {
  folder = await scratch();
  await mkdir(join(folder, 'to'));
  return () => rm(folder, { recursive: true, force: true });
});

async function save(name: string, key = KEY, parts: Partial<RunParts> = {}) {
  const order = {
    ...down('named/', ''),
    sources: [{ kind: 'object' as const, key }],
    to: { kind: 'file' as const, path: join(folder, 'to', name) },
  };
  const run = begin(line, order, folder, parts);
  await run.ended;
  const { state, files, failures } = run.progress();
  const failure = state.kind === 'failed' ? state.failure : failures[0]?.failure;
  return { files, code: failure?.code };
}
const there = () => readdir(join(folder, 'to'));

it('is in its place with every byte, for the person only, and nothing beside it', async () => {
  expect((await save('object.bin')).files).toMatchObject({ done: 1, failed: 0 });
  expect(bytes.equals(await readFile(join(folder, 'to/object.bin')))).toBe(true);
  expect(await there()).toEqual(['object.bin']);
  if (process.platform !== 'win32')
    expect((await stat(join(folder, 'to/object.bin'))).mode & 0o777).toBe(0o600);
});

it.each([
  ['ASCII', `${'x'.repeat(251)}.txt`],
  ['three bytes a letter', `${'漢'.repeat(83)}.txt`],
  ['four bytes a letter', `x${'🪁'.repeat(63)}`],
])('may have the longest name that the disk takes, of %s', async (_what, name) => {
  expect((await save(name)).code).toBeUndefined();
  expect(await there()).toEqual([name]);
});

it('replaces what was there, as the person agreed', async () => {
  await writeFile(join(folder, 'to/object.bin'), 'before');
  expect((await save('object.bin')).files).toMatchObject({ done: 1 });
  expect(bytes.equals(await readFile(join(folder, 'to/object.bin')))).toBe(true);
});

it('is marked as come from elsewhere before it is in its place', async () => {
  const marked: string[] = [];
  const mark = async (path: string) => {
    marked.push(path);
    expect((await readFile(path)).length).toBe(bytes.length);
    expect(await there()).not.toContain('object.bin');
  };
  expect((await save('object.bin', KEY, { mark })).code).toBeUndefined();
  expect(marked).toHaveLength(1);
});

describe('leaves nothing', () => {
  it.each([
    ['its folder is not there', 'missing/object.bin'],
    ['a folder is in its place', 'taken'],
  ])('when %s: file-not-written', async (_when, name) => {
    await mkdir(join(folder, 'to/taken'));
    expect((await save(name)).code).toBe('file-not-written');
    expect(await there()).toEqual(['taken']);
  });

  it('when there is no such object, and what was there stays', async () => {
    await writeFile(join(folder, 'to/object.bin'), 'before');
    expect((await save('object.bin', 'named/none')).code).toBe('s3-no-such-key');
    expect(await there()).toEqual(['object.bin']);
    expect(await readFile(join(folder, 'to/object.bin'), 'utf8')).toBe('before');
  });
});
