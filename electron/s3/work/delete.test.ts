import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Target } from '../../contract/s3-work.ts';
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
  Object.assign(s3.store('bucket'), new Store());
  s3.fault = () => undefined;
  s3.rewrite = (_asked, xml) => xml;
  s3.pageSize = 1000;
  s3.asked = [];
  s3.facts = { role: 'r', scope: 'full', guarded: false };
});
afterAll(() => s3.close());

const store = () => s3.store('bucket');
const object = (key: string, version: string | null = null): Target => ({ kind: 'object', key, version });
const folder = (prefix: string): Target => ({ kind: 'folder', prefix });
const remove = (targets: Target[], everyVersion = false) =>
  doWork(s3.parts, { task: 'delete', targets, everyVersion });
const fill = (count: number, prefix = 'a/') => {
  for (let at = 0; at < count; at++) store().put(`${prefix}${String(at).padStart(5, '0')}`, 'x');
};
const posts = () => s3.asked.filter(({ method }) => method === 'POST').length;

const ODD = [
  '//',
  '/',
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
  'a\tb',
  '\u0001',
  '\u0085',
  'a&b<c>"\'',
  '..',
  './a',
  'x'.repeat(1024),
];

describe('a delete', () => {
  it('takes whole folders by a thousand keys a request, and what is beside them stays', async () => {
    fill(2500);
    fill(1, 'b/');
    const told = await remove([folder('a/'), object('nothing')]);
    expect(told).toMatchObject({
      ended: 'done',
      found: 2501,
      counted: true,
      done: 2501,
      failed: 0,
      doneBytes: 2500,
    });
    expect(Object.keys(store().present())).toEqual(['b/00000']);
    expect(posts()).toBe(3);
  });

  it.each(ODD)('takes the key %j, named or listed, and no other', async (key) => {
    for (const one of [...ODD, `f/${key}`.slice(0, 1024)]) store().put(one, 'x');
    expect(await remove([object(key), folder('f/')])).toMatchObject({ ended: 'done', done: 2, failed: 0 });
    expect(Object.keys(store().present()).sort()).toEqual(ODD.filter((one) => one !== key).sort());
  });

  it('can be undone where versions are kept, and only once for each object', async () => {
    store().versioned = true;
    s3.pageSize = 20;
    fill(60);
    const before = store().present();
    const { undo } = await remove([folder('a/'), object('a/00000'), object('a/00000'), folder('a/')]);
    expect(store().present()).toEqual({});
    expect(undo).toHaveLength(60);
    expect(await doWork(s3.parts, { task: 'undelete', markers: undo })).toMatchObject({
      ended: 'done',
      done: 60,
    });
    expect(store().present()).toEqual(before);
  });

  it('takes every version and marker of one object and of a folder, and nothing beside', async () => {
    store().versioned = true;
    s3.pageSize = 3;
    for (const key of ['a', 'a/x', 'a/y', 'ab', 'b']) for (const body of ['1', '2']) store().put(key, body);
    store().delete('a/y', null);
    store().delete('a', null);
    expect(await remove([object('a'), folder('a/')], true)).toMatchObject({
      ended: 'done',
      done: 8,
      undo: [],
    });
    expect([...store().keys.keys()]).toEqual(['ab', 'b']);
    expect(store().keys.get('b')).toHaveLength(2);
  });

  it('takes one version that is named, for good', async () => {
    store().versioned = true;
    const old = store().put('a', 'old');
    store().put('a', 'new');
    expect(await remove([object('a', old.version)])).toMatchObject({ done: 1, undo: [] });
    expect(
      store()
        .keys.get('a')
        ?.map(({ body }) => body),
    ).toEqual(['new']);
  });

  it('says of a folder that may not be listed that it failed, and goes on with the others', async () => {
    fill(3);
    fill(3, 'b/');
    s3.fault = ({ query }) =>
      query.get('prefix') === 'a/' ? { status: 403, code: 'AccessDenied' } : undefined;
    const told = await remove([folder('a/'), folder('b/')]);
    expect(told).toMatchObject({ ended: 'done', done: 3, failed: 1 });
    expect(told.failures).toMatchObject([{ target: folder('a/'), failure: { code: 's3-access-denied' } }]);
  });

  it('never deletes what a service lists beside the prefix', async () => {
    fill(1, 'b/');
    const prefixes: string[] = [];
    s3.fault = ({ query }) => {
      if (query.has('list-type')) prefixes.push(query.get('prefix') ?? '');
      // As a service that knows no prefixes.
      if (query.has('list-type')) query.set('prefix', '');
      return undefined;
    };
    expect(await remove([folder('a/')])).toMatchObject({ done: 0, codes: ['s3-answer-garbled'] });
    expect(prefixes).toEqual(['a/']);
    expect(Object.keys(store().present())).toEqual(['b/00000']);
  });
});

describe('an undo', () => {
  it('never takes a version that holds something', async () => {
    store().versioned = true;
    const { version } = store().put('a', 'precious');
    const told = await doWork(s3.parts, { task: 'undelete', markers: [{ key: 'a', version }] });
    expect(told).toMatchObject({ done: 0, codes: ['s3-bad-request'] });
    expect(store().present()).toEqual({ a: 'precious' });
  });

  it('skips a marker that is gone', async () => {
    const told = await doWork(s3.parts, { task: 'undelete', markers: [{ key: 'a', version: 'v9' }] });
    expect(told).toMatchObject({ ended: 'done', skipped: 1, failed: 0 });
  });

  it('of a guarded pass leaves what can not be seen to be a marker', async () => {
    store().versioned = true;
    store().put('a', 'x');
    const marker = { key: 'a', version: store().delete('a', null)?.version ?? '' };
    s3.fault = ({ method }) => (method !== 'POST' ? { status: 403, code: 'AccessDenied' } : undefined);
    s3.facts = { role: 'r', scope: 'full', guarded: true };
    expect(await doWork(s3.parts, { task: 'undelete', markers: [marker] })).toMatchObject({
      failed: 1,
      done: 0,
    });
    s3.facts = { role: 'r', scope: 'full', guarded: false };
    expect(await doWork(s3.parts, { task: 'undelete', markers: [marker] })).toMatchObject({
      failed: 0,
      done: 1,
    });
  });
});

describe('a delete that S3 takes in part', () => {
  const refuseKeys = (which: (key: string) => string | null) => (xml: string) =>
    xml.replace(/<Deleted><Key>(.*?)<\/Key><\/Deleted>/g, (whole, key: string) => {
      const code = which(key);
      return code ? `<Error><Key>${key}</Key><Code>${code}</Code><Message>no</Message></Error>` : whole;
    });

  it('tells which keys were refused, and why', async () => {
    fill(10);
    s3.rewrite = ({ method }, xml) =>
      method === 'POST' ? refuseKeys((key) => (/[37]$/.test(key) ? 'AccessDenied' : null))(xml) : xml;
    const told = await remove([folder('a/')]);
    expect(told).toMatchObject({
      ended: 'done',
      done: 8,
      failed: 2,
      codes: ['s3-access-denied', 's3-access-denied'],
    });
    expect(told.failures.map(({ target }) => target)).toEqual([object('a/00003'), object('a/00007')]);
  });

  it('asks again for the keys that S3 could not delete now, and only for those', async () => {
    fill(10);
    let storms = 2;
    s3.rewrite = ({ method }, xml) => {
      if (method !== 'POST' || storms === 0) return xml;
      storms--;
      return refuseKeys((key) => (/[37]$/.test(key) ? 'SlowDown' : null))(xml);
    };
    expect(await remove([folder('a/')])).toMatchObject({ ended: 'done', done: 10, failed: 0 });
    const sizes = s3.asked
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => body.split('<Object>').length - 1);
    expect(sizes).toEqual([10, 2, 2]);
  });

  it('counts what the answer does not name as failed', async () => {
    fill(3);
    s3.rewrite = ({ method }, xml) => (method === 'POST' ? xml.replace(/<Deleted>.*?<\/Deleted>/, '') : xml);
    expect(await remove([folder('a/')])).toMatchObject({ done: 2, codes: ['s3-answer-garbled'] });
  });

  it('explains that an object is locked', async () => {
    fill(1);
    s3.rewrite = ({ method }, xml) =>
      method === 'POST'
        ? refuseKeys(() => 'AccessDenied')(xml).replace(
            '>no<',
            '>Access Denied because object protected by object lock.<',
          )
        : xml;
    expect((await remove([folder('a/')])).codes).toEqual(['s3-object-locked']);
  });
});
