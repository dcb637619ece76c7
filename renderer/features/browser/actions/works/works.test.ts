import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { S3Answer } from '../../../../../electron/contract/s3-port.ts';
import type { WorkProgress } from '../../../../../electron/contract/s3-work.ts';
import type { S3Client, S3Listener, S3Start } from '../../../../bridge/s3-port.ts';
import type { WorkOrder } from './work.ts';
import { createWorks, type Works } from './works.ts';

let asks: { start: S3Start; listener: S3Listener; stopped: number }[];
let works: Works;
const ended = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  asks = [];
  ended.mockReset();
  const s3: S3Client = {
    start(start, listener) {
      const ask = { start, listener, stopped: 0 };
      asks.push(ask);
      return { more: () => false, stop: () => void ask.stopped++ };
    },
    takePort: () => undefined,
  };
  works = createWorks(s3);
  works.onEnded(ended);
});
afterEach(() => vi.useRealTimers());

const order = (kind: WorkOrder['kind'] = 'delete'): WorkOrder => ({
  kind,
  pass: 'reports',
  bucket: 'lark-workbench',
  task: { task: 'delete', targets: [{ kind: 'folder', prefix: 'logs/' }], everyVersion: false },
  typed: 'lark-workbench',
});
const progress = (part: Partial<WorkProgress> = {}): WorkProgress => ({
  found: 3,
  counted: true,
  done: 1,
  doneBytes: 0,
  skipped: 0,
  failed: 0,
  failures: [],
  undo: [],
  throttled: false,
  ...part,
});
const say = (at: number, part: object) => asks[at]?.listener.answer({ id: 0, ...part } as S3Answer);
const tell = (at: number, part: Partial<WorkProgress>, end: string | null = null) =>
  say(at, { kind: 'work', progress: progress(part), ended: end });

test('what was ordered is asked for as it was confirmed, and several go on at once', () => {
  works.start(order());
  works.start(order('moveTo'));
  expect(asks.map(({ start }) => start)).toEqual([
    { op: 'work', pass: 'reports', bucket: 'lark-workbench', task: order().task, typed: 'lark-workbench' },
    expect.objectContaining({ op: 'work' }),
  ]);
  expect(works.current().map(({ end }) => end)).toEqual([null, null]);
});

test('counts are of everything, failures and markers add up', () => {
  works.start(order());
  const target = { kind: 'object', key: 'logs/1', version: null } as const;
  const failure = { code: 's3-access-denied', retry: 'never' } as const;
  tell(0, { failures: [{ target, failure }], failed: 1, undo: [{ key: 'logs/2', version: 'm2' }] });
  tell(0, { done: 2, failed: 1, undo: [{ key: 'logs/3', version: 'm3' }] }, 'done');
  const [work] = works.current();
  expect(work).toMatchObject({ progress: { done: 2, failed: 1 }, end: { kind: 'done' } });
  expect(work?.failures).toHaveLength(1);
  expect(work?.undo.map(({ version }) => version)).toEqual(['m2', 'm3']);
  expect(ended).toHaveBeenCalledOnce();
});

test('many answers are drawn once in a while, and the last at once', () => {
  works.start(order());
  const drawn = vi.fn();
  works.subscribe(drawn);
  for (let done = 0; done < 50; done++) tell(0, { done });
  expect(drawn).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(drawn).toHaveBeenCalledOnce();
  tell(0, { done: 3 }, 'done');
  expect(drawn).toHaveBeenCalledTimes(2);
});

test('a stop waits for the last word, which says what was done', () => {
  const { id } = works.start(order());
  works.stop(id);
  works.stop(id);
  expect(asks[0]?.stopped).toBe(1);
  expect(works.current()[0]).toMatchObject({ stopping: true, end: null });
  tell(0, { done: 2 }, 'stopped');
  expect(works.current()[0]).toMatchObject({ progress: { done: 2 }, end: { kind: 'stopped' } });
});

test('a process that dies leaves what is known, and a refusal its reason', () => {
  works.start(order());
  works.start(order());
  tell(0, { done: 2 });
  asks[0]?.listener.lost();
  say(1, { kind: 'failed', failure: { code: 's3-session-ended', retry: 'afterSignIn' } });
  expect(works.current()).toMatchObject([
    { progress: { done: 2 }, end: { kind: 'lost' } },
    { end: { kind: 'failed', failure: { code: 's3-session-ended' } } },
  ]);
});

test('a fifth waits until one of four has ended, and can be taken back before', () => {
  for (let n = 0; n < 4; n++) works.start(order());
  const fifth = works.start(order('moveTo'));
  const sixth = works.start(order('copyTo'));
  expect(asks).toHaveLength(4);
  works.stop(sixth.id);
  expect(works.current().at(-1)).toMatchObject({ end: { kind: 'stopped' }, progress: { done: 0 } });
  tell(2, {}, 'done');
  expect(asks).toHaveLength(5);
  expect(works.current().find(({ id }) => id === fifth.id)).toMatchObject({ waiting: false, end: null });
});

test('nothing is dismissed while it goes on; what went well gives way to the next', () => {
  const { id } = works.start(order());
  works.dismiss(id);
  expect(works.current()).toHaveLength(1);
  tell(0, {}, 'done');
  works.start(order());
  expect(works.current()).toHaveLength(1);
  tell(1, { undo: [{ key: 'a', version: 'm' }] }, 'done');
  works.start(order());
  expect(works.current()).toHaveLength(2);
});
