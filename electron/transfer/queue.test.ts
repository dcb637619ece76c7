import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { progressOf } from '../contract/transfer.test-parts.ts';
import type { TransferOrder, TransferState } from '../contract/transfer.ts';
import { up } from './at-the-demo.test-parts.ts';
import { createGate } from './gate.ts';
import { createQueue, type Queue, type QueueParts } from './queue.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'queue-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Told {
  order: TransferOrder;
  end(state: TransferState, failed?: number): Promise<void>;
}

/** A queue whose runs end when the test says so. */
function begin(): { queue: Queue; runs: Told[]; known: string[]; gone: string[]; turns: [string, number][] } {
  const runs: Told[] = [];
  const known: string[] = [];
  const turns: [string, number][] = [];
  const gone: string[] = [];
  const run: QueueParts['run'] = (order, _journal, _past, changed) => {
    let state: TransferState = { kind: 'running' };
    let files = 0;
    let resolve = () => {};
    const ended = new Promise<void>((done) => {
      resolve = done;
    });
    const gate = createGate(() => changed());
    const end: Told['end'] = async (now, failed = 0) => {
      state = now;
      files = failed;
      resolve();
      await ended;
      await Promise.resolve();
    };
    runs.push({ order, end });
    return {
      gate,
      ended,
      progress: () =>
        progressOf({
          id: order.id,
          state,
          files: { found: 1, counted: true, done: 0, skipped: 0, failed: files },
        }),
      isIdle: () => gate.why()?.kind === 'paused',
      answer: () => {},
      cancel: () => end({ kind: 'cancelled' }),
      leave: () => end(state),
    };
  };
  const queue = createQueue({
    folder,
    atOnce: 3,
    run,
    known: ({ id }) => known.push(id),
    turned: (id, turn) => turns.push([id, turn]),
    progress: () => {},
    ended: () => {},
    gone: (id) => gone.push(id),
  });
  return { queue, runs, known, gone, turns };
}
const journals = () => readdirSync(folder).length;

it('three go at once, the others in the order they came', async () => {
  const { queue, runs } = begin();
  const orders = [1, 2, 3, 4, 5].map((i) => up([`/f${i}`], ''));
  for (const order of orders) queue.add(order);
  expect(runs.map(({ order }) => order.id)).toEqual(orders.slice(0, 3).map(({ id }) => id));
  await runs[1]?.end({ kind: 'finished' });
  expect(runs.map(({ order }) => order.id)).toEqual(orders.slice(0, 4).map(({ id }) => id));
});

it('what is left is gone on with, and what was over is not', async () => {
  const { queue, runs } = begin();
  const [over, underWay, waiting] = [1, 2, 3].map((i) => up([`/f${i}`], ''));
  for (const order of [over, underWay, waiting]) if (order) queue.add(order);
  await runs[0]?.end({ kind: 'finished' });
  await queue.leave();
  expect(journals()).toBe(2);
  const next = begin();
  next.queue.goOn();
  expect(next.known.sort()).toEqual([underWay?.id, waiting?.id].sort());
});

it('what has files that failed stays to be tried again, until Daypass is left', async () => {
  const { queue, runs } = begin();
  queue.add(up(['/f'], ''));
  await runs[0]?.end({ kind: 'finished' }, 1);
  expect(journals()).toBe(1);
  await queue.retry(String(runs[0]?.order.id));
  expect(runs).toHaveLength(2);
  await runs[1]?.end({ kind: 'finished' });
  expect(journals()).toBe(0);
});

it('one that waits for its turn is dropped at once when it is cancelled', async () => {
  const { queue, gone } = begin();
  const orders = [1, 2, 3, 4].map((i) => up([`/f${i}`], ''));
  for (const order of orders) queue.add(order);
  await queue.cancel(String(orders[3]?.id));
  expect(gone).toEqual([orders[3]?.id]);
  expect(journals()).toBe(3);
});

it('what waits for a person keeps no other from going', async () => {
  const { queue, runs } = begin();
  const orders = [1, 2, 3, 4, 5].map((i) => up([`/f${i}`], ''));
  for (const order of orders) queue.add(order);
  queue.pause(String(orders[0]?.id));
  expect(runs.map(({ order }) => order.id)).toEqual(orders.slice(0, 4).map(({ id }) => id));
});

it('those that wait change places as the person wishes, also at the next start', async () => {
  const { queue, runs, turns } = begin();
  const orders = [1, 2, 3, 4, 5, 6, 7].map((i) => up([`/f${i}`], ''));
  const id = (i: number) => String(orders[i - 1]?.id);
  for (const order of orders) queue.add(order);
  // 4 5 6 7 wait.
  queue.first(id(7));
  queue.earlier(id(6));
  queue.later(id(4));
  queue.earlier(id(7));
  queue.later(id(5));
  // What goes has no place among them.
  queue.first(id(1));
  expect(new Set(turns.map(([which]) => which))).toEqual(new Set([4, 5, 6, 7].map(id)));
  const names = () => runs.map(({ order }) => orders.indexOf(order as (typeof orders)[number]) + 1);
  await runs[0]?.end({ kind: 'finished' });
  expect(names()).toEqual([1, 2, 3, 7]);
  await queue.leave();
  const next = begin();
  next.queue.goOn();
  const waiting = next.known.filter((which) => [4, 5, 6].map(id).includes(which));
  expect(waiting).toEqual([6, 4, 5].map(id));
});

it('more go at once when that is allowed, and fewer only once some have ended', async () => {
  const { queue, runs } = begin();
  for (let i = 0; i < 6; i++) queue.add(up([`/f${i}`], ''));
  queue.limit(5);
  expect(runs).toHaveLength(5);
  queue.limit(1);
  await runs[0]?.end({ kind: 'finished' });
  expect(runs).toHaveLength(5);
});
