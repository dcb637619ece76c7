import { expect, it } from 'vitest';
import { createBuckets } from '../buckets.ts';
import { type ListQuery, listPage } from '../listing.ts';
import { listVersions } from '../store/version-list.ts';
import { FIRST_EVENT as FIRST, MILLION, telemetry } from './telemetry.ts';

const ALL: ListQuery = { prefix: '', delimiter: '', maxKeys: 1000, startAfter: '', resumeAfter: undefined };
const objects = telemetry();
const key = (index: number) => objects.at(index)?.key ?? '';

it('is in the order of its keys’ bytes, none twice', () => {
  // All are ASCII, so characters compare as bytes. Every neighbourhood of one in seventeen.
  for (let index = 0; index + 1 < objects.length; index += 17)
    if (key(index) >= key(index + 1)) throw new Error(`${key(index)} before ${key(index + 1)}`);
  const borders = [0, 80_000, 80_000 + MILLION, 116_000 + MILLION].map((index) => [
    key(index),
    key(index + 1),
  ]);
  for (const [before = '', behind = ''] of borders) expect(before < behind).toBe(true);
  expect(objects.at(objects.length)).toBeUndefined();
});

it('holds a million in one folder, and every other shape that is hard', () => {
  const first = (prefix: string) => listPage(objects, { ...ALL, prefix, delimiter: '/', maxKeys: 1 });
  expect(listPage(objects, { ...ALL, delimiter: '/' })).toMatchObject({
    contents: [{ key: 'README.md' }],
    commonPrefixes: ['devices/', 'events/', 'readings/', 'sessions/'],
  });
  expect(key(FIRST)).toBe(first('events/').contents[0]?.key);
  expect(key(FIRST + MILLION - 1)).toMatch(/^events\//);
  expect(key(FIRST + MILLION)).toMatch(/^readings\//);
  expect(first('devices/').commonPrefixes[0]).toMatch(/^devices\/[0-9a-f]{8}\/$/);
  expect(first('readings/2026/06/01/').commonPrefixes).toEqual(['readings/2026/06/01/00/']);
  expect(first('sessions/').contents[0]?.key).toMatch(/^sessions\/2026-06-01T00:0.*\.json$/);
});

it('goes on anywhere: behind a token, behind a key, behind a key that is not there', () => {
  const middle = FIRST + 512_345;
  const page = listPage(objects, { ...ALL, prefix: 'events/', resumeAfter: key(middle) });
  expect(page.contents.map((one) => one.key)).toEqual(
    Array.from({ length: 1000 }, (_, i) => key(middle + 1 + i)),
  );
  expect(page.nextAfter).toBe(key(middle + 1000));
  const between = listPage(objects, { ...ALL, prefix: 'events/', startAfter: `${key(middle)}~` });
  expect(between.contents[0]?.key).toBe(key(middle + 1));
  const last = listPage(objects, { ...ALL, prefix: 'events/', startAfter: key(FIRST + MILLION - 3) });
  expect([last.contents.length, last.nextAfter]).toEqual([2, undefined]);
});

it('rolls up forty thousand folders, each once', () => {
  const seen: string[] = [];
  for (let resumeAfter: string | undefined, more = true; more; more = resumeAfter !== undefined) {
    const page = listPage(objects, { ...ALL, prefix: 'devices/', delimiter: '/', resumeAfter });
    seen.push(...page.commonPrefixes);
    resumeAfter = page.nextAfter;
  }
  expect(seen.length).toBe(40_000);
  expect(new Set(seen).size).toBe(40_000);
});

it('lists versions as a bucket that keeps none: each the latest, each without an id', () => {
  const bucket = createBuckets().find('lark-telemetry');
  if (!bucket) throw new Error('no telemetry');
  const keyMarker = key(FIRST + 700_000);
  const page = listVersions(bucket.versions(), { ...ALL, keyMarker, versionMarker: 'null' });
  expect(page.versions.length).toBe(1000);
  expect(page.versions[0]).toMatchObject({
    isLatest: true,
    version: { id: 'null', key: key(FIRST + 700_001) },
  });
});

it('reads any of them: as many bytes as are told, the same in pieces', () => {
  const bucket = createBuckets().find('lark-telemetry');
  for (const index of [0, 1, 80_000, FIRST, FIRST + 123_456, FIRST + MILLION - 1, objects.length - 1]) {
    const object = bucket?.find(key(index))?.object;
    if (!object) throw new Error(`no ${key(index)}`);
    const whole = Buffer.concat([...object.read(0, object.sizeBytes + 1)]);
    expect(whole.length, object.key).toBe(object.sizeBytes);
    expect(Buffer.concat([...object.read(7, 99)])).toEqual(whole.subarray(7, 99));
    if (index > 0) expect(JSON.parse(whole.toString('latin1'))).toMatchObject({ samples: expect.any(Array) });
  }
  expect(bucket?.find('events/none.json')).toBeUndefined();
  expect(bucket?.find(key(FIRST), 'another')).toBeUndefined();
});
