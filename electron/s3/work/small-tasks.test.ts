import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HeaderChange, Target, WorkTask } from '../../contract/s3-work.ts';
import { doWork } from './do-work.test-parts.ts';
import { openTestS3, type TestS3 } from './s3-server.test-parts.ts';
import { Store } from './store.test-parts.ts';
import { mergeTags } from './tags.ts';

let s3: TestS3;
// Many requests each, on machines that do other things too.
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => {
  s3 = await openTestS3();
});
beforeEach(() => {
  Object.assign(s3.store('bucket'), new Store());
  s3.fault = () => undefined;
  s3.asked = [];
  s3.facts = { role: 'r', scope: 'full', guarded: false };
});
afterAll(() => s3.close());

const store = () => s3.store('bucket');
const object = (key: string, version: string | null = null): Target => ({ kind: 'object', key, version });
const folder = (prefix: string): Target => ({ kind: 'folder', prefix });
const GIB = 1024 ** 3;

describe('a new folder', () => {
  const make = (prefix: string) => doWork(s3.parts, { task: 'newFolder', prefix });

  it('is an empty object of its name', async () => {
    expect(await make('a/b c/')).toMatchObject({ ended: 'done', found: 1, done: 1 });
    expect(store().present()).toEqual({ 'a/b c/': '' });
  });

  it('is not made over something, even where that came meanwhile', async () => {
    store().put('a/', 'x');
    expect(await make('a/')).toMatchObject({ done: 0, codes: ['s3-already-there'] });
    s3.fault = ({ method }) => {
      if (method === 'PUT') store().put('b/', 'x');
      return undefined;
    };
    expect(await make('b/')).toMatchObject({ done: 0, codes: ['s3-already-there'] });
    expect(store().present()).toEqual({ 'a/': 'x', 'b/': 'x' });
  });

  it('is made also when its answer is lost, and where conditions are not known', async () => {
    let isFirst = true;
    s3.fault = ({ method }) => {
      if (method !== 'PUT' || !isFirst) return undefined;
      isFirst = false;
      return 'lost';
    };
    expect(await make('a/')).toMatchObject({ done: 1, failed: 0 });
    s3.fault = ({ headers }) =>
      headers['if-none-match'] ? { status: 501, code: 'NotImplemented' } : undefined;
    expect(await make('b/')).toMatchObject({ done: 1, failed: 0 });
  });
});

describe('tags', () => {
  const change = (targets: Target[], put: [string, string][], remove: string[] = []) =>
    doWork(s3.parts, { task: 'tags', targets, put: put.map(([name, value]) => ({ name, value })), remove });

  it('are written and taken on each object of a folder, and the others stay', async () => {
    store().put('a/1', 'x', {
      tags: [
        ['keep', '<&>'],
        ['old', '1'],
      ],
    });
    store().put('a/2', 'x');
    store().put('a/3', 'x', { tags: [['team', 'b']] });
    expect(await change([folder('a/')], [['team', 'b']], ['old'])).toMatchObject({
      done: 2,
      skipped: 1,
      failed: 0,
    });
    expect(store().get('a/1')?.tags).toEqual([
      ['keep', '<&>'],
      ['team', 'b'],
    ]);
    expect(store().get('a/2')?.tags).toEqual([['team', 'b']]);
  });

  it('are ten at most', async () => {
    store().put('a', 'x', { tags: Array.from({ length: 10 }, (_, at): [string, string] => [`t${at}`, '']) });
    expect((await change([object('a')], [['one', 'more']])).codes).toEqual(['s3-bad-request']);
    expect(await change([object('a')], [['one', 'more']], ['t0'])).toMatchObject({ done: 1 });
  });

  it('of a version that is named are its own', async () => {
    store().versioned = true;
    const { version } = store().put('a', 'old');
    store().put('a', 'new');
    expect(await change([object('a', version)], [['x', 'y']])).toMatchObject({ done: 1 });
    expect(store().find('a', version)?.tags).toEqual([['x', 'y']]);
    expect(store().get('a')?.tags).toEqual([]);
  });

  it('are merged by name', () => {
    const present = [
      { name: 'a', value: '1' },
      { name: 'b', value: '2' },
    ];
    expect(mergeTags(present, { put: [{ name: 'a', value: '1' }], remove: ['c'] })).toBeNull();
    expect(mergeTags(present, { put: [{ name: 'a', value: '3' }], remove: ['b'] })).toEqual([
      { name: 'a', value: '3' },
    ]);
  });
});

describe('headers', () => {
  const change = (targets: Target[], how: HeaderChange) =>
    doWork(s3.parts, { task: 'headers', targets, change: how });
  const headers = {
    'content-type': 'text/plain',
    'content-encoding': 'gzip',
    'cache-control': 'no-store',
    expires: 'Tomorrow, perhaps',
    'x-amz-meta-owner': 'alex',
    'x-amz-storage-class': 'STANDARD_IA',
    'x-amz-server-side-encryption': 'AES256',
  };

  it.each([1, 6 * GIB])('are written anew, and what is not named stays (%d bytes)', async (sizeBytes) => {
    store().put('a', 'x', { headers, tags: [['team', 'b']], sizeBytes });
    expect(await change([object('a')], { contentType: 'text/csv', contentEncoding: '' })).toMatchObject({
      done: 1,
    });
    const { 'content-encoding': _, ...left } = headers;
    expect(store().get('a')).toMatchObject({ body: 'x', sizeBytes, tags: [['team', 'b']] });
    expect(store().get('a')?.headers).toEqual({ ...left, 'content-type': 'text/csv' });
  });

  it('replace all metadata when it is named', async () => {
    store().put('a', 'x', { headers });
    await change([object('a')], { metadata: [{ name: 'team', value: 'b' }] });
    const { 'x-amz-meta-owner': _, ...left } = headers;
    expect(store().get('a')?.headers).toEqual({ ...left, 'x-amz-meta-team': 'b' });
  });

  it('of an older version are not written', async () => {
    store().versioned = true;
    const { version } = store().put('a', 'old');
    const present = store().put('a', 'new');
    expect((await change([object('a', version)], { contentType: 'x/y' })).codes).toEqual([
      's3-changed-meanwhile',
    ]);
    expect(await change([object('a', present.version)], { contentType: 'x/y' })).toMatchObject({ done: 1 });
  });
});

describe('a restore', () => {
  const restore = (targets: Target[]) =>
    doWork(s3.parts, { task: 'restore', targets, tier: 'Bulk', days: 3 });
  const inClass = (name: string, more = {}) => ({ headers: { 'x-amz-storage-class': name, ...more } });

  it('asks for what is archived, skips what is not, and takes it well when one is under way', async () => {
    store().put('a/1', 'x', inClass('GLACIER'));
    store().put('a/2', 'x');
    store().put('a/3', 'x', inClass('DEEP_ARCHIVE', { 'x-amz-restore': 'ongoing-request="true"' }));
    store().put('a/4', 'x', inClass('INTELLIGENT_TIERING', { 'x-amz-archive-status': 'ARCHIVE_ACCESS' }));
    store().put('a/5', 'x', inClass('INTELLIGENT_TIERING'));
    expect(await restore([folder('a/'), object('a/2', 'null')])).toMatchObject({
      done: 3,
      skipped: 3,
      failed: 0,
    });
    const bodies = s3.asked.filter(({ query }) => query.has('restore')).map(({ key, body }) => [key, body]);
    expect(bodies.find(([key]) => key === 'a/1')?.[1]).toMatch(/<Days>3<\/Days>.*<Tier>Bulk<\/Tier>/);
    expect(bodies.find(([key]) => key === 'a/4')?.[1]).not.toMatch(/<Days>/);
  });

  it('hands on what AWS says of a tier', async () => {
    store().put('a', 'x', inClass('DEEP_ARCHIVE'));
    const message = 'Retrieval option is not supported by this storage class';
    s3.fault = ({ query }) =>
      query.has('restore') ? { status: 400, code: 'InvalidArgument', message } : undefined;
    const { failures } = await restore([object('a')]);
    expect(failures[0]?.failure).toMatchObject({
      code: 's3-bad-request',
      raw: expect.stringContaining(message),
    });
  });
});

describe('nothing is sent', () => {
  const delete1: WorkTask = { task: 'delete', targets: [object('a')], everyVersion: false };
  const copy1: WorkTask = {
    task: 'copy',
    toBucket: 'bucket',
    sources: [{ kind: 'object', key: 'a', version: null, toKey: 'b' }],
    move: false,
    replace: false,
  };
  const headers1: WorkTask = { task: 'headers', targets: [object('a')], change: {} };
  const tags1: WorkTask = { task: 'tags', targets: [object('a')], put: [], remove: [] };
  const folder1: WorkTask = { task: 'newFolder', prefix: 'n/' };
  const restore1: WorkTask = { task: 'restore', targets: [object('a')], tier: 'Bulk', days: 1 };
  const undelete1: WorkTask = { task: 'undelete', markers: [{ key: 'a', version: 'v1' }] };

  const abandon1: WorkTask = { task: 'abandon', uploads: [{ key: 'a', upload: 'u' }] };

  it.each([delete1, copy1, headers1, tags1, folder1, restore1, undelete1, abandon1])(
    'of $task by a read-only session, whatever is typed',
    async (task) => {
      s3.facts = { role: 'r', scope: 'read-only', guarded: false };
      expect(await doWork(s3.parts, task, { typed: 'bucket' })).toMatchObject({ refusal: 's3-read-only' });
      expect(s3.asked).toEqual([]);
    },
  );

  it.each([delete1, headers1, abandon1, { ...copy1, move: true }, { ...copy1, replace: true }])(
    'of $task by a guarded pass before its bucket is typed',
    async (task) => {
      s3.facts = { role: 'r', scope: 'full', guarded: true };
      for (const typed of [null, '', 'Bucket', 'other'])
        expect(await doWork(s3.parts, task, { typed })).toMatchObject({ refusal: 's3-guarded' });
      expect(s3.asked).toEqual([]);
      await doWork(s3.parts, task, { typed: 'bucket' });
      expect(s3.asked).not.toEqual([]);
    },
  );

  it.each([copy1, tags1, folder1, restore1])('else a guarded pass does $task without it', async (task) => {
    s3.facts = { role: 'r', scope: 'full', guarded: true };
    expect((await doWork(s3.parts, task)).refusal).toBeNull();
  });

  it('of a folder that is only the beginning of a name', async () => {
    const told = await doWork(s3.parts, { task: 'delete', targets: [folder('lo')], everyVersion: false });
    expect(told).toMatchObject({ refusal: 's3-bad-request' });
  });
});
