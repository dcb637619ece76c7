import { beforeEach, expect, test } from 'vitest';
import type { S3Answer } from '../../../electron/contract/s3-port.ts';
import type { S3Client, S3Listener, S3Start } from '../../bridge/s3-port.ts';
import { type BrowserStore, createBrowserStore } from './browser-store.ts';
import { allBuckets } from './place.ts';

interface Ask {
  start: S3Start;
  listener: S3Listener;
  more: number;
  stopped: boolean;
  /** What `more` answers. */
  known: boolean;
}
let asks: Ask[];
let store: BrowserStore;
const newest = () => {
  const ask = asks.at(-1);
  if (!ask) throw new Error('nothing was asked');
  return ask;
};
const answer = (part: object) => newest().listener.answer({ id: 0, ...part } as S3Answer);
const page = (keys: string[], complete = true) =>
  answer({
    kind: 'page',
    region: 'eu-west-1',
    complete,
    entries: keys.map((key) => ({ kind: 'object', key, sizeBytes: 1, modifiedAt: 1, storageClass: '' })),
  });
const shown = () => store.current().listing?.objects.map(({ key }) => key);

beforeEach(() => {
  asks = [];
  const s3: S3Client = {
    start(start, listener) {
      const ask: Ask = { start, listener, more: 0, stopped: false, known: true };
      asks.push(ask);
      return {
        more: () => {
          ask.more++;
          return ask.known;
        },
        stop: () => {
          ask.stopped = true;
        },
      };
    },
    takePort: () => undefined,
  };
  store = createBrowserStore(s3, 'reports', () => 42);
});
const folder = { bucket: 'data', prefix: 'x/' };

test('the last listing stays until the first page of the next place is there', () => {
  store.again();
  answer({ kind: 'buckets', buckets: [{ name: 'data', createdAt: null, region: null }] });
  store.open(folder);
  expect(shown()).toEqual(['data']);
  expect(store.current()).toMatchObject({ place: folder, asking: true });
  page(['x/1']);
  expect(shown()).toEqual(['x/1']);
});

test('back and forward go the way that was gone', () => {
  store.open(folder);
  store.open({ bucket: 'data', prefix: 'x/y/' });
  store.back();
  expect(store.current().place).toEqual(folder);
  store.back();
  expect(store.current().place).toEqual(allBuckets);
  store.back();
  expect(store.current().place).toEqual(allBuckets);
  store.forward();
  expect(store.current().place).toEqual(folder);
});

test('up puts the cursor on what it came from', () => {
  store.open({ bucket: 'data', prefix: 'x/y/' });
  store.up();
  expect(store.current()).toMatchObject({ place: folder, cursor: 'x/y/' });
  store.up();
  store.up();
  expect(store.current()).toMatchObject({ place: allBuckets, cursor: 'data' });
});

test('a request that is overtaken is stopped', () => {
  store.open(folder);
  const first = newest();
  store.open({ bucket: 'data', prefix: 'z/' });
  expect(first.stopped).toBe(true);
});

test('more is asked once at a time, and not after the end', () => {
  store.open(folder);
  page(['x/1'], false);
  store.more();
  store.more();
  expect(newest().more).toBe(1);
  page(['x/2']);
  store.more();
  expect(newest().more).toBe(1);
  expect(shown()).toEqual(['x/1', 'x/2']);
});

test('when the S3 process dies while asked, the listing begins again and the screen says so', () => {
  store.open(folder);
  newest().listener.lost();
  expect(asks).toHaveLength(2);
  page(['x/1']);
  expect(store.current()).toMatchObject({ restarted: true, failure: null });
});

test('a second death without a page is told, not tried for ever', () => {
  store.open(folder);
  newest().listener.lost();
  newest().listener.lost();
  expect(asks).toHaveLength(2);
  expect(store.current().failure?.code).toBe('s3-process-died');
});

test('a listing that rested when its process ended begins again when more is wanted', () => {
  store.open(folder);
  page(['x/1'], false);
  newest().listener.lost();
  expect(asks).toHaveLength(1);
  newest().known = false;
  store.more();
  expect(asks).toHaveLength(2);
  expect(shown()).toEqual(['x/1']);
});

test('a refused later page keeps what is listed', () => {
  store.open(folder);
  page(['x/1'], false);
  store.more();
  answer({ kind: 'failed', failure: { code: 's3-throttled', retry: 'now' } });
  expect(shown()).toEqual(['x/1']);
  expect(store.current().failure?.code).toBe('s3-throttled');
});

test('a failure goes away with the next place', () => {
  store.open(folder);
  answer({ kind: 'failed', failure: { code: 's3-access-denied', retry: 'never' } });
  store.open(allBuckets);
  expect(store.current().failure).toBeNull();
});
