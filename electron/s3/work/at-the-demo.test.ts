import {
  CreateMultipartUploadCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { credentialsOf, startTestDemo, type TestDemo } from '../../../demo/testing.ts';
import type { CopySource, Target, WorkTask } from '../../contract/s3-work.ts';
import { createBucketRegions } from '../bucket-regions.ts';
import { clientAt } from '../listing/page-server.test-parts.ts';
import { doWork } from './do-work.test-parts.ts';

const BENCH = 'lark-workbench';
const PLAIN = 'lark-scratch';
const HOUR_MS = 3_600_000;

vi.setConfig({ testTimeout: 120_000 });
let demo: TestDemo;
let client: S3Client;
let freshClient: () => S3Client;
beforeAll(async () => {
  demo = await startTestDemo();
  const keys = await credentialsOf(demo.organisation, 'alex', '111122223333/S3AccessRole');
  freshClient = () => clientAt(demo.organisation.s3Endpoint, keys);
  client = freshClient();
});
afterEach(() => demo.moveClock(0));
afterAll(() => demo.remove());

const work = (task: WorkTask, bucket = BENCH) => {
  const factsOf = async () => ({ role: 'r', scope: 'full' as const, guarded: false });
  return doWork({ clientOf: async () => client, regions: createBucketRegions(), factsOf }, task, { bucket });
};
const folder = (prefix: string): Target => ({ kind: 'folder', prefix });
const copy = (sources: CopySource[], more: Partial<Extract<WorkTask, { task: 'copy' }>> = {}) =>
  work({ task: 'copy', toBucket: BENCH, sources, move: false, replace: true, ...more });
const toFolder = (prefix: string, toPrefix: string): CopySource => ({ kind: 'folder', prefix, toPrefix });
const toObject = (key: string, toKey: string): CopySource => ({ kind: 'object', key, version: null, toKey });

async function keysOf(prefix: string, Bucket = BENCH): Promise<string[]> {
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix: prefix }));
  return Contents.map(({ Key = '' }) => Key);
}
/** All that is told of an object but when it was written. */
async function factsOf(Key: string, Bucket = BENCH) {
  const {
    $metadata: _,
    LastModified: _at,
    VersionId: _id,
    ...head
  } = await client.send(new HeadObjectCommand({ Bucket, Key }));
  const { TagSet } = await client.send(new GetObjectTaggingCommand({ Bucket, Key }));
  return { ...head, TagSet };
}
const put = (Key: string, Bucket = BENCH) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body: `of ${Key}` }));

describe('at the demo organisation', () => {
  it('a folder is deleted, and brought back', async () => {
    const before = await keysOf('orders/');
    const told = await work({ task: 'delete', targets: [folder('orders/')], everyVersion: false });
    expect(told).toMatchObject({ ended: 'done', done: before.length, failed: 0 });
    expect(await keysOf('orders/')).toEqual([]);
    expect(await work({ task: 'undelete', markers: told.undo })).toMatchObject({
      done: before.length,
      failed: 0,
    });
    expect(await keysOf('orders/')).toEqual(before);
  });

  it('a moved object has everything that it had', async () => {
    const names = ['welcome.txt', 'terms.txt'];
    const before = await Promise.all(names.map((name) => factsOf(`letters/${name}`)));
    expect(await copy([toFolder('letters/', 'post/')], { move: true })).toMatchObject({
      ended: 'done',
      failed: 0,
    });
    expect(await Promise.all(names.map((name) => factsOf(`post/${name}`)))).toEqual(before);
    expect(await keysOf('letters/')).toEqual([]);
  });

  it('an object of 6 GiB is copied by parts, and nothing is left of them', async () => {
    const { ETag: _, ...before } = await factsOf('images/warehouse-scan.img');
    expect(await copy([toObject('images/warehouse-scan.img', 'images/copy.img')])).toMatchObject({
      ended: 'done',
      doneBytes: before.ContentLength,
      failed: 0,
    });
    const { ETag: _2, ...after } = await factsOf('images/copy.img');
    expect(after).toEqual(before);
    const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket: BENCH }));
    expect(Uploads).toEqual([]);
  });

  it('headers are changed, and nothing else of the object', async () => {
    const before = await factsOf('post/welcome.txt');
    const change = { contentType: 'text/markdown', contentLanguage: '' };
    const targets: Target[] = [{ kind: 'object', key: 'post/welcome.txt', version: null }];
    expect(await work({ task: 'headers', targets, change })).toMatchObject({
      ended: 'done',
      done: 1,
      failed: 0,
    });
    const { ContentLanguage: _, ...left } = before;
    expect(await factsOf('post/welcome.txt')).toEqual({ ...left, ContentType: 'text/markdown' });
  });

  it('what is archived is asked back; AWS says which archive has no such tier', async () => {
    const targets = [folder('archive/'), folder('images/')];
    const restore = { task: 'restore' as const, targets, days: 2 };
    const told = await work({ ...restore, tier: 'Expedited' });
    expect(told).toMatchObject({ ended: 'done', done: 2, codes: ['s3-bad-request'] });
    expect(told.failures[0]?.failure.raw).toContain('not supported by this storage class');
    expect(await work({ ...restore, tier: 'Bulk' })).toMatchObject({ ended: 'done', done: 3, failed: 0 });
  });

  it('a folder is made once, and tags are merged', async () => {
    expect(await work({ task: 'newFolder', prefix: 'new/' })).toMatchObject({ done: 1 });
    expect((await work({ task: 'newFolder', prefix: 'new/' })).codes).toEqual(['s3-already-there']);
    const put1 = [{ name: 'public', value: 'no + ü' }];
    const targets = [folder('post/')];
    expect(await work({ task: 'tags', targets, put: put1, remove: [] })).toMatchObject({
      ended: 'done',
      failed: 0,
    });
    expect((await factsOf('post/terms.txt')).TagSet).toEqual([{ Key: 'public', Value: 'no + ü' }]);
  });

  it.each([BENCH, PLAIN])('odd keys go to and fro, and leave nothing in %s', async (bucket) => {
    const odd = [
      '//',
      'a//b',
      ' a ',
      'a+b%2F',
      'é',
      'e\u0301',
      '🪁',
      'a\nb\r',
      '\u0001',
      '?versionId=1',
      '<&>"\'',
      './..',
    ];
    const names = odd.map((name) => `odd/${name}`);
    for (const name of names) await put(name, bucket);
    const move = { task: 'copy', toBucket: bucket, move: true, replace: false } as const;
    const there = await work({ ...move, sources: [toFolder('odd/', 'even/')] }, bucket);
    expect(there).toMatchObject({ ended: 'done', done: odd.length, failed: 0 });
    expect(await work({ ...move, sources: [toFolder('even/', 'odd/')] }, bucket)).toMatchObject({
      done: odd.length,
    });
    for (const prefix of ['odd/', 'even/'])
      expect(
        await work({ task: 'delete', targets: [folder(prefix)], everyVersion: true }, bucket),
      ).toMatchObject({
        ended: 'done',
        failed: 0,
      });
    const left = await client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: 'odd/' }));
    expect([...(left.Versions ?? []), ...(left.DeleteMarkers ?? [])]).toEqual([]);
  });

  it('the end of the session ends a task with one failure, and nothing was touched', async () => {
    const before = await keysOf('orders/');
    demo.moveClock(13 * HOUR_MS);
    const told = await copy([toFolder('orders/', 'sold/')], { move: true });
    expect(told).toMatchObject({ ended: 'stopped', done: 0, failed: 1, codes: ['s3-session-ended'] });
    const one: Target = { kind: 'object', key: 'README.md', version: null };
    expect((await work({ task: 'headers', targets: [one], change: {} })).codes).toEqual(['s3-session-ended']);
    demo.moveClock(0);
    // The other one goes by the clock that S3 had.
    client = freshClient();
    expect(await keysOf('orders/')).toEqual(before);
  });

  it('unfinished uploads are given up, and one that is gone already is no failure', async () => {
    const begin = async (Key: string) => {
      const { UploadId = '' } = await client.send(new CreateMultipartUploadCommand({ Bucket: PLAIN, Key }));
      return { key: Key, upload: UploadId };
    };
    const uploads = [await begin('given up/a'), await begin('given up/b ?+ü'), await begin('given up/b ?+ü')];
    expect(await work({ task: 'abandon', uploads: uploads.slice(0, 2) }, PLAIN)).toMatchObject({
      ...{ ended: 'done', done: 2, failed: 0 },
    });
    expect(await work({ task: 'abandon', uploads }, PLAIN)).toMatchObject({ done: 1, skipped: 2, failed: 0 });
    const { Uploads = [] } = await client.send(
      new ListMultipartUploadsCommand({ Bucket: PLAIN, Prefix: 'given up/' }),
    );
    expect(Uploads).toEqual([]);
  });
});
