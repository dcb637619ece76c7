import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { S3Answer } from '../../../electron/contract/s3-port.ts';
import type { S3Client, S3Listener, S3Start } from '../../bridge/s3-port.ts';
import { type BrowserStore, createBrowserStore } from './browser-store.ts';
import { type InlineArranger, inlineArranger } from './columns/arranger.test-parts.ts';
import { object, folder as prefix } from './columns/columns.test-parts.ts';
import { packRows } from './columns/pack.ts';
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
let worker: InlineArranger;
const newest = () => {
  const ask = asks.at(-1);
  if (!ask) throw new Error('nothing was asked');
  return ask;
};
const answer = (part: object) => newest().listener.answer({ id: 0, ...part } as S3Answer);
const progress = { calls: 1, inFlight: 1, throttled: false, waiting: false };
/** A key that ends in a slash is a folder's. */
const piece = (keys: string[], complete = true) =>
  answer({
    kind: 'piece',
    region: 'eu-west-1',
    complete,
    progress,
    piece: packRows(
      keys.map((key) => (key.endsWith('/') ? prefix(key) : object(key, { sizeBytes: key.length }))),
      [],
    ),
  });
const shown = () => {
  const { view } = store.current();
  if (!view) return undefined;
  return Array.from({ length: view.order.count }, (_, at) => view.columns.row(view.order.at(at)).key);
};
/** What came since the last batch is on screen. */
const batch = () => vi.advanceTimersByTime(250);

afterEach(() => vi.useRealTimers());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  asks = [];
  worker = inlineArranger();
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
  store = createBrowserStore(s3, 'reports', () => 42, worker.open);
});
const folder = { bucket: 'data', prefix: 'x/' };

test('the last listing stays until the first names of the next place is there', () => {
  store.again();
  answer({ kind: 'buckets', buckets: [{ name: 'data', createdAt: null, region: null }] });
  store.open(folder);
  expect(shown()).toEqual(['data']);
  expect(store.current()).toMatchObject({ place: folder, asking: true });
  piece(['x/1']);
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

test('every piece is acknowledged when it was taken in, the last one not', () => {
  store.open(folder);
  piece(['x/1'], false);
  piece(['x/2'], false);
  expect(newest().more).toBe(2);
  piece(['x/3']);
  expect(newest().more).toBe(2);
  expect(shown()).toEqual(['x/1', 'x/2', 'x/3']);
  expect(store.current().listing).toMatchObject({ complete: true, objects: 3, sizeBytes: 9, listedAt: 42 });
});

test('the first names are shown at once, the next ones join by batches', () => {
  store.open(folder);
  let drawn = 0;
  store.subscribe(() => drawn++);
  piece(['x/1'], false);
  expect([drawn, shown()]).toEqual([1, ['x/1']]);
  for (let i = 2; i < 10; i++) piece([`x/${i}`], false);
  expect([drawn, shown()]).toEqual([1, ['x/1']]);
  batch();
  expect([drawn, shown()?.length]).toEqual([2, 9]);
});

test('nothing is shown before there is something to show', () => {
  store.open(folder);
  answer({ kind: 'progress', progress: { calls: 1, inFlight: 1, throttled: true, waiting: false } });
  expect(store.current()).toMatchObject({ asking: true, listing: null });
  piece([]);
  expect(store.current()).toMatchObject({ asking: false, listing: { complete: true, objects: 0 } });
});

test('a stopped listing is not acknowledged any more, and goes on where it was', () => {
  store.open(folder);
  piece(['x/1'], false);
  store.stop();
  piece(['x/2'], false);
  piece(['x/3'], false);
  batch();
  expect(newest().more).toBe(1);
  expect(store.current().listing).toMatchObject({ halted: 'stopped', complete: false, objects: 3 });
  store.goOn();
  expect(newest().more).toBe(3);
  expect(store.current().listing?.halted).toBeNull();
  expect(asks).toHaveLength(1);
});

test('when the S3 process dies while listing, the listing begins again and the screen says so', () => {
  store.open(folder);
  newest().listener.lost();
  expect(asks).toHaveLength(2);
  piece(['x/1']);
  expect(store.current()).toMatchObject({ restarted: true, failure: null });
});

test('what was listed stays until the listing that began again has names', () => {
  store.open(folder);
  piece(['x/1'], false);
  newest().listener.lost();
  expect([asks.length, shown()]).toEqual([2, ['x/1']]);
  piece(['x/2']);
  expect(shown()).toEqual(['x/2']);
});

test('a second death is told, not tried for ever, and leaves what is listed', () => {
  store.open(folder);
  newest().listener.lost();
  piece(['x/1'], false);
  newest().listener.lost();
  expect(asks).toHaveLength(2);
  expect(store.current().failure?.code).toBe('s3-process-died');
  expect(shown()).toEqual(['x/1']);
});

test('a listing that was stopped when its process ended begins again when it is to go on', () => {
  store.open(folder);
  piece(['x/1'], false);
  store.stop();
  newest().listener.lost();
  expect(asks).toHaveLength(1);
  store.goOn();
  expect(asks).toHaveLength(2);
  expect(store.current().restarted).toBe(true);
});

test('a refusal half-way keeps what came, also what was not shown yet', () => {
  store.open(folder);
  piece(['x/1'], false);
  piece(['x/2'], false);
  answer({ kind: 'failed', failure: { code: 's3-throttled', retry: 'now' } });
  expect(shown()).toEqual(['x/1', 'x/2']);
  expect(store.current()).toMatchObject({ failure: { code: 's3-throttled' }, listing: { complete: false } });
});

test('the cursor finds its row when it comes', () => {
  store.open(folder, 'x/2');
  piece(['x/1'], false);
  expect(store.current().cursorRow).toBe(-1);
  piece(['x/2']);
  expect(store.current()).toMatchObject({ cursor: 'x/2', cursorRow: 1, selection: { count: 1 } });
});

test('a filter and an order come from the worker, and the old one stays until then', async () => {
  store.open(folder);
  piece(['x/a', 'x/bb', 'x/b', 'x/d/']);
  store.set({ filter: 'B' });
  expect(shown()).toHaveLength(4);
  await vi.waitFor(() => expect(shown()).toEqual(['x/bb', 'x/b']));
  store.sortBy('size');
  await vi.waitFor(() => expect(shown()).toEqual(['x/b', 'x/bb']));
  store.set({ filter: '' });
  await vi.waitFor(() => expect(shown()).toEqual(['x/d/', 'x/a', 'x/b', 'x/bb']));
  store.sortBy('name');
  expect(shown()).toEqual(['x/d/', 'x/a', 'x/bb', 'x/b']);
});

test('names that come while a filter stands join it', async () => {
  store.open(folder);
  piece(['x/a1'], false);
  store.set({ filter: 'a' });
  await vi.waitFor(() => expect(store.current().view?.filter).toBe('a'));
  piece(['x/b', 'x/a2'], false);
  batch();
  await vi.waitFor(() => expect(shown()).toEqual(['x/a1', 'x/a2']));
  expect(store.current().view?.of).toBe(3);
});

test('in another order the next place is shown once it is sorted, not before', async () => {
  store.open(folder);
  piece(['x/a', 'x/b']);
  store.sortBy('name');
  await vi.waitFor(() => expect(shown()).toEqual(['x/b', 'x/a']));
  store.open({ bucket: 'data', prefix: 'y/' });
  piece(['y/1'], false);
  expect([shown(), store.current().asking]).toEqual([['x/b', 'x/a'], true]);
  piece(['y/2']);
  await vi.waitFor(() => expect(shown()).toEqual(['y/2', 'y/1']));
  expect(store.current()).toMatchObject({ asking: false, listing: { complete: true } });
});

test('a refusal half-way does not keep what came from being shown', async () => {
  store.open(folder);
  store.sortBy('size');
  piece(['x/aa', 'x/b'], false);
  answer({ kind: 'failed', failure: { code: 's3-throttled', retry: 'now' } });
  await vi.waitFor(() => expect(shown()).toEqual(['x/b', 'x/aa']));
  expect(store.current().failure?.code).toBe('s3-throttled');
});

test('without its worker the list is whole, as listed', async () => {
  store.open(folder);
  piece(['x/a', 'x/b']);
  store.set({ filter: 'b' });
  worker.die();
  expect([shown(), store.current().filter]).toEqual([['x/a', 'x/b'], '']);
});

test('what a filter hides is not selected', async () => {
  store.open(folder);
  piece(['x/a', 'x/b']);
  store.selectAll();
  expect(store.current().selection.count).toBe(2);
  store.set({ filter: 'b' });
  expect(store.current().selection.count).toBe(0);
});

test('the selection follows the cursor, or grows with it, and stays while names come', () => {
  store.open(folder);
  piece(['x/a', 'x/b', 'x/c'], false);
  store.moveTo(0);
  store.moveTo(2, 'extend');
  expect(store.current()).toMatchObject({ cursor: 'x/c', selection: { count: 3, sizeBytes: 9 } });
  piece(['x/d']);
  expect([...store.selected()]).toEqual([0, 1, 2]);
  store.moveTo(1);
  expect([...store.selected()]).toEqual([1]);
  store.moveTo(99);
  expect(store.current().cursor).toBe('x/b');
});

test('a failure goes away with the next place', () => {
  store.open(folder);
  answer({ kind: 'failed', failure: { code: 's3-access-denied', retry: 'never' } });
  store.open(allBuckets);
  expect(store.current().failure).toBeNull();
});

test('a list that is still coming goes on over the end of its session; one that was whole is listed again', () => {
  store.listFor(1);
  answer({ kind: 'buckets', buckets: [] });
  store.open(folder);
  piece(['x/1'], false);
  store.listFor(2);
  expect(asks).toHaveLength(2);
  expect(newest().stopped).toBe(false);
  piece(['x/2']);
  expect(shown()).toEqual(['x/1', 'x/2']);
  store.listFor(3);
  expect(asks).toHaveLength(3);
  expect(store.listedFor()).toBe(3);
});

test('a list that was refused in its midst is begun again with the next session', () => {
  store.open(folder);
  piece(['x/1'], false);
  answer({ kind: 'failed', failure: { code: 's3-other-role', retry: 'now' } });
  store.listFor(2);
  expect(asks).toHaveLength(2);
});

test('an older version is looked at until another object or place is', () => {
  store.open(folder);
  piece(['x/1', 'x/2']);
  store.set({ facts: 'x/1' });
  store.set({ version: 'v' });
  store.again();
  piece(['x/1', 'x/2']);
  expect(store.current()).toMatchObject({ facts: 'x/1', version: 'v' });
  store.moveTo(1);
  expect(store.current()).toMatchObject({ facts: 'x/2', version: null });
  store.set({ facts: 'x/1', version: 'v' });
  expect(store.current()).toMatchObject({ facts: 'x/1', version: 'v' });
  store.open(allBuckets);
  expect(store.current()).toMatchObject({ facts: null, version: null });
});

test('what the keyboard wishes while rows are being filtered is done in the new order, or not at all elsewhere', async () => {
  store.open(folder);
  piece(['x/a1', 'x/a2', 'x/b1', 'x/b2']);
  const last = () => {
    const { view } = store.current();
    if (view) store.moveTo(view.order.count - 1);
  };
  store.set({ filter: 'a' });
  store.whenArranged(last);
  expect(store.current().cursor).toBeNull();
  await vi.waitFor(() => expect(store.current().cursor).toBe('x/a2'));
  expect(shown()).toEqual(['x/a1', 'x/a2']);

  const late = vi.fn();
  store.set({ filter: 'b' });
  store.whenArranged(late);
  store.open({ bucket: 'data', prefix: 'y/' });
  piece(['y/1']);
  store.whenArranged(last);
  expect(store.current().cursor).toBe('y/1');
  expect(late).not.toHaveBeenCalled();
});
