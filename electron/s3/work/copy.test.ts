import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CopySource, WorkTask } from '../../contract/s3-work.ts';
import { doWork } from './do-work.test-parts.ts';
import { openTestS3, type TestS3 } from './s3-server.test-parts.ts';
import { Store } from './store.test-parts.ts';

let s3: TestS3;
// Many requests each, on machines that do other things too.
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => {
  s3 = await openTestS3();
});
beforeEach(() => {
  for (const name of ['bucket', 'other']) Object.assign(s3.store(name), new Store());
  s3.fault = () => undefined;
  s3.rewrite = (_asked, xml) => xml;
  s3.pageSize = 1000;
  s3.asked = [];
});
afterAll(() => s3.close());

const store = () => s3.store('bucket');
const object = (key: string, toKey: string, version: string | null = null): CopySource => ({
  kind: 'object',
  key,
  version,
  toKey,
});
const folder = (prefix: string, toPrefix: string): CopySource => ({ kind: 'folder', prefix, toPrefix });
const copy = (sources: CopySource[], more: Partial<Extract<WorkTask, { task: 'copy' }>> = {}) =>
  doWork(s3.parts, { task: 'copy', toBucket: 'bucket', sources, move: false, replace: true, ...more });
const move = (sources: CopySource[], more: Partial<Extract<WorkTask, { task: 'copy' }>> = {}) =>
  copy(sources, { move: true, ...more });
const fill = (...keys: string[]) => {
  for (const key of keys) store().put(key, `of ${key}`);
};
const GIB = 1024 ** 3;

const ODD = [
  '//',
  'a//b',
  ' a',
  'a ',
  'a+b',
  'a%2Fb',
  'é',
  'e\u0301',
  '🪁',
  'a\nb',
  'a\rb',
  '\u0001',
  'a?versionId=1',
  'a&b<c>"\'!*()',
  '..',
  './a',
];

describe('a copy', () => {
  it('brings whole folders elsewhere, names unchanged, and leaves them where they are', async () => {
    fill('a/', 'a/1', 'a/b/2', 'ab');
    const told = await copy([folder('a/', 'c/a/'), object('ab', 'c/x')]);
    expect(told).toMatchObject({ ended: 'done', found: 4, counted: true, done: 4, failed: 0 });
    expect(store().present()).toMatchObject({
      'c/a/': 'of a/',
      'c/a/1': 'of a/1',
      'c/a/b/2': 'of a/b/2',
      'c/x': 'of ab',
    });
    expect(Object.keys(store().present())).toHaveLength(8);
  });

  it.each(ODD)('brings the key %j into another bucket', async (key) => {
    fill(...ODD);
    expect(await copy([object(key, `to/${key}`)], { toBucket: 'other' })).toMatchObject({
      done: 1,
      failed: 0,
    });
    expect(s3.store('other').present()).toEqual({ [`to/${key}`]: `of ${key}` });
  });

  it('keeps headers, metadata, tags, storage class, redirect and the key of its encryption', async () => {
    const headers = {
      'content-type': 'text/csv',
      'cache-control': 'no-store',
      expires: 'never',
      'x-amz-meta-owner': 'alex',
      'x-amz-storage-class': 'STANDARD_IA',
      'x-amz-website-redirect-location': '/there',
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:eu-west-1:111122223333:key/k',
    };
    const tags: [string, string][] = [['team', 'a b&c=d+e']];
    store().put('small', 'x', { headers, tags });
    store().put('large', 'x', { headers, tags, sizeBytes: 6 * GIB });
    expect(await copy([object('small', 'b'), object('large', 'c')])).toMatchObject({
      done: 2,
      doneBytes: 6 * GIB + 1,
    });
    expect(store().get('b')).toMatchObject({ headers, tags });
    expect(store().get('c')).toMatchObject({ headers, tags, sizeBytes: 6 * GIB, body: 'x' });
    expect(store().uploads.size).toBe(0);
  });

  it('into another region leaves the encryption to the bucket there: the key is of no use', async () => {
    s3.parts.regions.learnRegion('reports', 'bucket', 'eu-west-1');
    s3.parts.regions.learnRegion('reports', 'there', 'eu-central-1');
    store().put('a', 'x', { headers: { 'x-amz-server-side-encryption': 'aws:kms' } });
    expect(await copy([object('a', 'a')], { toBucket: 'there' })).toMatchObject({ done: 1 });
    expect(s3.store('there').get('a')?.headers).toEqual({});
  });

  it('of an older version makes it the present one', async () => {
    store().versioned = true;
    const { version } = store().put('a', 'old');
    store().put('a', 'new');
    expect(await copy([object('a', 'a', version)])).toMatchObject({ done: 1 });
    expect(
      store()
        .keys.get('a')
        ?.map(({ body }) => body),
    ).toEqual(['old', 'new', 'old']);
  });

  it('says what is archived, and what is not there', async () => {
    store().put('a', 'x', { headers: { 'x-amz-storage-class': 'GLACIER' } });
    expect((await copy([object('a', 'b'), object('c', 'd')])).codes).toEqual(
      expect.arrayContaining(['s3-archived', 's3-no-such-key']),
    );
  });

  it('says of a large object whose tags may not be read that it failed, and leaves no upload', async () => {
    store().put('a', 'x', { sizeBytes: 6 * GIB });
    s3.fault = ({ query }) => (query.has('tagging') ? { status: 403, code: 'AccessDenied' } : undefined);
    expect(await copy([object('a', 'b')])).toMatchObject({ done: 0, codes: ['s3-access-denied'] });
    expect(store().get('b')).toBeUndefined();
  });

  it.each(['a part', 'its end'])('of a large object leaves no upload when %s fails', async (which) => {
    store().put('a', 'x', { sizeBytes: 6 * GIB });
    s3.fault = ({ method, query }) =>
      query.has('uploadId') && (which === 'a part' ? query.get('partNumber') === '3' : method === 'POST')
        ? { status: 403, code: 'AccessDenied' }
        : undefined;
    expect(await copy([object('a', 'b')])).toMatchObject({ done: 0, failed: 1 });
    expect(store().uploads.size).toBe(0);
    expect(store().get('b')).toBeUndefined();
  });

  it('leaves no upload when it is stopped in the midst of a large object', async () => {
    store().put('a', 'x', { sizeBytes: 60 * GIB });
    let stop = () => {};
    s3.fault = ({ query }) => {
      if (query.get('partNumber') === '20') stop();
      return undefined;
    };
    const told = await doWork(
      s3.parts,
      { task: 'copy', toBucket: 'bucket', sources: [object('a', 'b')], move: true, replace: true },
      {
        begun: (how) => {
          stop = how;
        },
      },
    );
    expect(told).toMatchObject({ ended: 'stopped', done: 0, failed: 0 });
    expect(store().uploads.size).toBe(0);
    expect(Object.keys(store().present())).toEqual(['a']);
  });

  it('that may not replace leaves what is there, and counts it as skipped', async () => {
    fill('a', 'b', 'c');
    store().put('large', 'x', { sizeBytes: 6 * GIB });
    const told = await move([object('a', 'to-a'), object('b', 'c'), object('large', 'to-large')], {
      replace: false,
    });
    expect(told).toMatchObject({ ended: 'done', done: 2, skipped: 1, failed: 0 });
    expect(store().present()).toEqual({ b: 'of b', c: 'of c', 'to-a': 'of a', 'to-large': 'x' });
  });

  it.each([1, 6 * GIB])(
    'that may not replace leaves what came there meanwhile (%d bytes)',
    async (sizeBytes) => {
      store().put('a', 'x', { sizeBytes });
      s3.fault = ({ method, key }) => {
        if (method !== 'HEAD' && key === 'b') store().put('b', 'came meanwhile');
        return undefined;
      };
      expect(await move([object('a', 'b')], { replace: false })).toMatchObject({
        skipped: 1,
        done: 0,
        failed: 0,
      });
      expect(store().present()).toEqual({ a: 'x', b: 'came meanwhile' });
    },
  );
});

describe('a copy within itself', () => {
  it('downwards brings what was there, once', async () => {
    fill('a/1', 'a/b/2', 'a/b/b/3', 'a/b/b/b/4');
    const before = store().present();
    expect(await copy([folder('a/', 'a/b/')])).toMatchObject({ ended: 'done', done: 4, failed: 0 });
    expect(store().present()).toEqual({
      ...before,
      'a/b/1': 'of a/1',
      'a/b/b/2': 'of a/b/2',
      'a/b/b/b/3': 'of a/b/b/3',
      'a/b/b/b/b/4': 'of a/b/b/b/4',
    });
  });

  it('upwards moves what was there, once, also where names meet', async () => {
    fill('a/b/x', 'a/b/b/x', 'a/b/b/b/x');
    expect(await move([folder('a/b/', 'a/')])).toMatchObject({ ended: 'done', done: 3, failed: 0 });
    expect(store().present()).toEqual({
      'a/x': 'of a/b/x',
      'a/b/x': 'of a/b/b/x',
      'a/b/b/x': 'of a/b/b/b/x',
    });
  });

  it.each<[string, CopySource[], boolean]>([
    ['a folder into itself', [folder('a/', 'a/b/')], true],
    ['a folder onto itself', [folder('a/', 'a/')], true],
    ['an object onto itself', [object('a/1', 'a/1')], true],
    ['an object onto itself', [object('a/1', 'a/1')], false],
    ['two to one place', [object('a/1', 'c'), object('b', 'c')], true],
    ['two folders to one place', [folder('a/', 'c/'), folder('d/', 'c/')], false],
    ['one into what another writes', [folder('a/', 'c/'), object('b', 'c/1')], false],
    ['one into what another reads', [folder('a/', 'c/'), object('b', 'a/2')], false],
    ['one over what another reads', [object('a/1', 'b'), object('b', 'c')], true],
  ])('%s is refused before anything happens', async (_what, sources, moves) => {
    fill('a/1', 'a/b/2', 'b', 'd/1');
    const before = store().present();
    expect(await copy(sources, { move: moves })).toMatchObject({ refusal: 's3-places-overlap', ended: null });
    expect(s3.asked).toEqual([]);
    expect(store().present()).toEqual(before);
  });
});

describe('a move', () => {
  it('takes the source away once its copy is whole; where versions are kept it can be brought back', async () => {
    store().versioned = true;
    fill('a/1');
    expect(await move([folder('a/', 'b/')])).toMatchObject({ ended: 'done', done: 1 });
    expect(store().present()).toEqual({ 'b/1': 'of a/1' });
    expect(
      store()
        .keys.get('a/1')
        ?.map(({ isMarker }) => isMarker),
    ).toEqual([false, true]);
  });

  it.each(['before its copy', 'after its copy'])('leaves a source that changed %s', async (when) => {
    fill('a');
    s3.fault = ({ method, key }) => {
      if (
        method === (when === 'before its copy' ? 'PUT' : 'DELETE') &&
        key === (method === 'PUT' ? 'b' : 'a')
      )
        store().put('a', 'changed');
      return undefined;
    };
    expect(await move([object('a', 'b')])).toMatchObject({ done: 0, codes: ['s3-changed-meanwhile'] });
    expect(store().present().a).toBe('changed');
  });

  it('of what somebody else took away meanwhile is done', async () => {
    fill('a');
    s3.fault = ({ method }) => {
      if (method === 'DELETE') store().delete('a', null);
      return undefined;
    };
    expect(await move([object('a', 'b')])).toMatchObject({ done: 1, failed: 0 });
    expect(store().present()).toEqual({ b: 'of a' });
  });

  it('works where conditions are not known', async () => {
    fill('a', 'c');
    s3.fault = ({ headers }) =>
      headers['if-match'] !== undefined || headers['if-none-match'] !== undefined
        ? { status: 501, code: 'NotImplemented' }
        : undefined;
    expect(await move([object('a', 'b'), object('c', 'b/c')], { replace: false })).toMatchObject({ done: 2 });
    expect(store().present()).toEqual({ b: 'of a', 'b/c': 'of c' });
  });

  it.each<[string, string]>([
    ['an empty success', ''],
    ['a page of some portal', '<html><body>Sign in</body></html>'],
    ['a success without an ETag', '<CopyObjectResult></CopyObjectResult>'],
  ])('leaves the source when the copy is answered by %s', async (_what, xml) => {
    fill('a');
    s3.rewrite = ({ method }, said) => (method === 'PUT' ? xml : said);
    expect(await move([object('a', 'b')])).toMatchObject({ done: 0, failed: 1 });
    expect(store().present().a).toBe('of a');
  });
});
