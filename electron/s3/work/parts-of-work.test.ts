import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { S3Answer } from '../../contract/s3-port.ts';
import { S3Answer as AnswerSchema, S3Request } from '../../contract/s3-port.ts';
import { MOST_TARGETS, type Target, type WorkProgress } from '../../contract/s3-work.ts';
import { createBucketRegions } from '../bucket-regions.ts';
import { distinct } from './distinct.ts';
import { copySource, fitsXml, fromForm } from './keys.ts';
import { partRanges } from './part-ranges.ts';
import { serveWork } from './serve.ts';
import { createStops } from './stops.ts';
import { createTally, type Ended } from './tally.ts';

const object = (key: string, version: string | null = null): Target => ({ kind: 'object', key, version });
const folder = (prefix: string): Target => ({ kind: 'folder', prefix });

describe('a copy’s source', () => {
  it.each([
    ['bucket', 'a b+c%/é//🪁', null, 'bucket/a%20b%2Bc%25/%C3%A9//%F0%9F%AA%81'],
    ['bucket', "a?versionId=1!'()*", 'v=1', 'bucket/a%3FversionId%3D1%21%27%28%29%2A?versionId=v%3D1'],
    [
      'arn:aws:s3:eu-west-1:1:accesspoint/ap',
      'a/b',
      null,
      'arn%3Aaws%3As3%3Aeu-west-1%3A1%3Aaccesspoint/ap/object/a/b',
    ],
  ])('of %s, %j, version %j', (bucket, key, version, source) => {
    expect(copySource(bucket, key, version)).toBe(source);
  });
});

describe('keys', () => {
  it.each(['a', 'a b', 'é/🪁', '<&>', '//'])('%j goes through XML', (key) => expect(fitsXml(key)).toBe(true));
  it.each(['\u0001', 'a\n', '\t', ' a', 'a ', '\u0085', '\uffff', '\ud800'])('%j does not', (key) =>
    expect(fitsXml(key)).toBe(false),
  );
  it('are read as forms write them', () => expect(fromForm('a+b%2B%C3%A9')).toBe('a b+é'));
});

describe('the parts of a large object', () => {
  const GIB = 1024 ** 3;
  it.each([1, 5 * GIB + 1, 256 * 1024 ** 2, 5 * 1024 * GIB, 48 * 1024 * GIB])(
    'of %d bytes are all of it, in order, at most ten thousand of at most 5 GiB',
    (size) => {
      const parts = [...partRanges(size)];
      expect(parts.length).toBeLessThanOrEqual(10_000);
      let end = -1;
      for (const [at, { number, first, last }] of parts.entries()) {
        expect([number, first]).toEqual([at + 1, end + 1]);
        expect(last - first + 1).toBeLessThanOrEqual(5 * GIB);
        end = last;
      }
      expect(end).toBe(size - 1);
    },
  );
});

describe('targets', () => {
  it('count once, and not beside the folder that they lie in', () => {
    const all = [
      folder('a/'),
      folder('a/'),
      folder('a/b/'),
      object('a/x'),
      object('a/'),
      object('a'),
      object('a'),
    ];
    expect(distinct(all, false)).toEqual([folder('a/'), object('a')]);
  });

  it('that are a version stay beside a folder of present objects', () => {
    const all = [folder('a/'), object('a/x', 'v1')];
    expect(distinct(all, false)).toEqual(all);
    expect(distinct(all, true)).toEqual([folder('a/')]);
  });
});

describe('what is told', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const start = () => {
    const told: { progress: WorkProgress; ended: Ended }[] = [];
    return {
      told,
      tally: createTally(
        () => false,
        (progress, ended) => told.push({ progress, ended }),
      ),
    };
  };

  it('comes at most ten times a second, only when there is something new, and once more at the end', () => {
    const { told, tally } = start();
    for (let ms = 0; ms < 1000; ms++) {
      tally.done(1);
      vi.advanceTimersByTime(1);
    }
    expect(told).toHaveLength(10);
    vi.advanceTimersByTime(5000);
    expect(told).toHaveLength(10);
    tally.end('done');
    expect(told.at(-1)).toMatchObject({ ended: 'done', progress: { done: 1000, doneBytes: 1000 } });
    vi.advanceTimersByTime(5000);
    expect(told).toHaveLength(11);
  });

  it('fits into answers however much it is, and the way back is bounded', () => {
    const { told, tally } = start();
    const failure = { code: 's3-access-denied', retry: 'never' } as const;
    for (let at = 0; at < MOST_TARGETS + 500; at++) tally.done(0, { key: `k${at}`, version: 'v' });
    for (let at = 0; at < 1500; at++) tally.failed(object(`f${at}`), failure);
    vi.advanceTimersByTime(100);
    tally.end('tooManyFailures');
    for (const { progress, ended } of told)
      expect(AnswerSchema.safeParse({ id: 1, kind: 'work', progress, ended }).success).toBe(true);
    expect(told.flatMap(({ progress }) => progress.undo)).toHaveLength(MOST_TARGETS);
    expect(told.flatMap(({ progress }) => progress.failures)).toHaveLength(1000);
    expect(told.filter(({ ended }) => ended !== null)).toHaveLength(1);
    expect(told.at(-1)).toMatchObject({ progress: { failed: 1500 } });
  });
});

describe('a stop', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('lets what is under way end, and cuts it when that takes long', () => {
    const stops = createStops();
    stops.stop();
    stops.stop();
    expect([stops.soft.aborted, stops.hard.aborted]).toEqual([true, false]);
    vi.advanceTimersByTime(10_000);
    expect(stops.hard.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('of what has ended by itself cuts nothing', () => {
    const stops = createStops();
    stops.stop();
    stops.settle();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a port', () => {
  const open = () => {
    const answers: S3Answer[] = [];
    const parts = {
      clientOf: () => new Promise<never>(() => {}),
      regions: createBucketRegions(),
      factsOf: () => new Promise<never>(() => {}),
    };
    return { answers, serving: serveWork(parts, (message) => answers.push(message)) };
  };
  const request = (id: number) => {
    const task = { task: 'newFolder', prefix: 'a/' };
    const parsed = S3Request.parse({ id, op: 'work', pass: 'p', bucket: 'bucket', task, typed: null });
    if (parsed.op !== 'work') throw new Error('not a task');
    return parsed;
  };

  it('has at most four tasks at a time, each by its own number', () => {
    const { answers, serving } = open();
    for (const id of [1, 2, 3, 4]) serving.take(request(id));
    expect(answers).toEqual([]);
    serving.take(request(5));
    serving.take(request(4));
    expect(answers).toMatchObject([
      { id: 5, kind: 'failed', failure: { code: 's3-too-many' } },
      { id: 4, kind: 'failed', failure: { code: 's3-too-many' } },
    ]);
    serving.stop(9);
    serving.close();
  });
});
