import { beforeEach, expect, test } from 'vitest';
import type { Failure } from '../../../../electron/contract/failure.ts';
import type { WorkedListener } from '../../../bridge/watch-work.ts';
import { type FakeS3, fakeS3 } from './fake-s3.test-parts.ts';
import { createInspections, type Inspections } from './inspections.ts';

let fake: FakeS3;
let inspections: Inspections;
let now: number;
let worked: WorkedListener;

beforeEach(() => {
  fake = fakeS3();
  now = 42;
  const subscribe = (listener: WorkedListener) => {
    worked = listener;
    return () => undefined;
  };
  inspections = createInspections(fake.s3, { subscribe }, () => now);
});

const subject = (key: string, version: string | null = null) => ({
  pass: 'reports',
  bucket: 'data',
  key,
  version,
});
const of = (key: string, stamp = 's') => inspections.of(subject(key), stamp);
const tags = (...names: string[]) => ({ kind: 'tags', tags: names.map((name) => ({ name, value: '' })) });
const version = (id: string) => ({ version: id, isMarker: false });
const versions = (ids: string[], complete: boolean) => ({
  kind: 'versions',
  versions: ids.map(version),
  complete,
});
const unreachable: Failure = { code: 's3-unreachable', retry: 'now' };
const denied: Failure = { code: 's3-access-denied', retry: 'never' };
const asked = () => fake.asks.map(({ start }) => start.op);

test('nothing is asked before somebody wants it, and each thing only by itself', () => {
  const one = of('a');
  expect(asked()).toEqual([]);
  one.facts.want();
  expect(asked()).toEqual(['facts']);
  one.tags.want();
  expect(asked()).toEqual(['facts', 'tags']);
  one.versions.want();
  expect(asked()).toEqual(['facts', 'tags', 'versions']);
  expect(fake.asks[0]?.start).toEqual({ op: 'facts', ...subject('a') });
});

test('what two want is asked once, and what nobody wants any more is stopped', () => {
  const one = of('a');
  const first = one.tags.want();
  const second = one.tags.want();
  expect(asked()).toEqual(['tags']);
  first();
  expect(fake.asks[0]?.stopped).toBe(false);
  second();
  expect(fake.asks[0]?.stopped).toBe(true);
  expect(one.tags.current()).toEqual({ asking: false, told: null, failed: null });
});

test('taking a wish back twice does not take another one back', () => {
  const one = of('a');
  const first = one.tags.want();
  one.tags.want();
  first();
  first();
  expect(fake.asks[0]?.stopped).toBe(false);
});

test('coming back to an object asks nothing again', () => {
  const release = of('a').tags.want();
  fake.answer(tags('team'));
  release();
  of('b').tags.want();
  of('a').tags.want();
  expect(asked()).toEqual(['tags', 'tags']);
  expect(of('a').tags.current().told).toMatchObject({ value: [{ name: 'team' }], at: 42 });
});

test.each([
  ['the session, the size or the date changed', () => of('a', 'other')],
  ['it is another version', () => inspections.of(subject('a', 'v1'), 's')],
  [
    'many others were looked at since',
    () => {
      for (let n = 0; n < 24; n++) of(`other-${n}`);
      return of('a');
    },
  ],
])('nothing is remembered once %s', (_, again) => {
  of('a').tags.want();
  fake.answer(tags('team'));
  expect(again().tags.current().told).toBeNull();
});

test('what was told stays while it is asked anew and when that fails', () => {
  const one = of('a');
  one.tags.want();
  fake.answer(tags('team'));
  now = 50;
  one.tags.ask();
  expect(one.tags.current()).toMatchObject({ asking: true, told: { at: 42 } });
  fake.answer({ kind: 'failed', failure: unreachable });
  expect(one.tags.current()).toEqual({
    asking: false,
    told: { value: [{ name: 'team', value: '' }], at: 42 },
    failed: { failure: unreachable, at: 50 },
  });
  one.tags.ask();
  fake.answer(tags());
  expect(one.tags.current()).toMatchObject({ told: { value: [], at: 50 }, failed: null });
});

test('a refusal is not asked for again by coming back; no answer is', () => {
  const refused = of('a').facts.want();
  fake.answer({ kind: 'failed', failure: denied });
  refused();
  of('a').facts.want();
  expect(fake.asks).toHaveLength(1);
  const lost = of('b').facts.want();
  fake.answer({ kind: 'failed', failure: unreachable });
  lost();
  of('b').facts.want();
  expect(fake.asks).toHaveLength(3);
});

test('a process that dies is asked once more, and a second death is said', () => {
  const one = of('a');
  one.facts.want();
  fake.lose();
  expect(fake.asks).toHaveLength(2);
  expect(one.facts.current().asking).toBe(true);
  fake.lose();
  expect(fake.asks).toHaveLength(2);
  expect(one.facts.current()).toMatchObject({
    asking: false,
    failed: { failure: { code: 's3-process-died' } },
  });
});

test('an answer to something else is none', () => {
  const one = of('a');
  one.facts.want();
  fake.answer(tags());
  expect(one.facts.current().failed?.failure.code).toBe('s3-answer-garbled');
});

test('versions come page by page, each after the last one of the page before', () => {
  const { versions: question } = of('a');
  question.want();
  fake.answer(versions(['3', '2'], false));
  question.ask();
  question.ask();
  expect(fake.asks.map(({ start }) => ('after' in start ? start.after : ''))).toEqual([null, '2']);
  fake.answer(versions(['1'], true));
  expect(question.current().told?.value).toEqual({ versions: ['3', '2', '1'].map(version), complete: true });
});

test('a page of versions that failed is asked for again from where it was', () => {
  const { versions: question } = of('a');
  question.want();
  fake.answer(versions(['3'], false));
  question.ask();
  fake.answer({ kind: 'failed', failure: unreachable });
  expect(question.current().told?.value.versions).toHaveLength(1);
  question.ask();
  expect(fake.asks.at(-1)?.start).toMatchObject({ after: '3' });
});

test('work in the bucket makes what is on screen be asked anew, and the rest be forgotten', () => {
  const one = of('a');
  one.versions.want();
  fake.answer(versions(['2', '1'], false));
  const gone = one.tags.want();
  fake.answer(tags('team'));
  gone();
  worked('reports', 'other');
  worked('else', 'data');
  expect(fake.asks).toHaveLength(2);
  worked('reports', 'data');
  expect(fake.asks).toHaveLength(3);
  expect(fake.asks[2]?.start).toMatchObject({ op: 'versions', after: null });
  expect(one.versions.current()).toMatchObject({ asking: true, told: { value: { complete: false } } });
  expect(one.tags.current().told).toBeNull();
  fake.answer(versions(['3'], true));
  expect(one.versions.current().told?.value).toEqual({ versions: [version('3')], complete: true });
});

test('work makes an answer that is on its way count for nothing', () => {
  const one = of('a');
  one.tags.want();
  worked('reports', 'data');
  expect(fake.asks.map(({ stopped }) => stopped)).toEqual([true, false]);
});
