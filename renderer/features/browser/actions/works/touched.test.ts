import { expect, test } from 'vitest';
import type { WorkTask } from '../../../../../electron/contract/s3-work.ts';
import { changedPlace, goneKeys, landing } from './touched.ts';
import { beginWork, type WorkKind } from './work.ts';

const work = (task: WorkTask, kind: WorkKind = 'delete', done = 1) => {
  const begun = beginWork(1, { kind, pass: 'reports', bucket: 'data', task, typed: null });
  return { ...begun, progress: { ...begun.progress, done } };
};
const object = (key: string) => ({ kind: 'object' as const, key, version: null });
const erase: WorkTask = { task: 'delete', targets: [object('x/a'), object('x/b')], everyVersion: false };
const move: WorkTask = {
  task: 'copy',
  toBucket: 'other',
  sources: [{ kind: 'folder', prefix: 'x/y/', toPrefix: 'in/' }],
  move: true,
  replace: false,
};
const at = (bucket: string | null, prefix = '') => ({ bucket, prefix });

test('the folders a work took from, put into, or is inside of are others now', () => {
  expect(changedPlace(work(erase), at('data', 'x/'))).toBe(true);
  expect(changedPlace(work(erase), at('data', ''))).toBe(true);
  expect(changedPlace(work(erase), at('data', 'z/'))).toBe(false);
  expect(changedPlace(work(move), at('data', 'x/y/deep/'))).toBe(true);
  expect(changedPlace(work(move), at('other', 'in/deep/'))).toBe(true);
  expect(changedPlace(work(move), at('other', 'x/y/'))).toBe(false);
  expect(changedPlace(work({ ...move, move: false }), at('data', 'x/'))).toBe(false);
});

test('nothing is listed again for what did nothing, nor for tags, nor for the list of buckets', () => {
  expect(changedPlace(work(erase, 'delete', 0), at('data', 'x/'))).toBe(false);
  const tags: WorkTask = { task: 'tags', targets: [object('x/a')], put: [], remove: ['t'] };
  expect(changedPlace(work(tags, 'editTags'), at('data', 'x/'))).toBe(false);
  expect(changedPlace(work(erase), at(null))).toBe(false);
});

test('the cursor goes to what has the new name or is new', () => {
  expect(landing(work({ task: 'newFolder', prefix: 'x/new/' }, 'newFolder'))).toBe('x/new/');
  const source = { ...object('x/a'), toKey: 'x/b' };
  const renamed: WorkTask = { task: 'copy', toBucket: 'data', sources: [source], move: true, replace: false };
  expect(landing(work(renamed, 'rename'))).toBe('x/b');
  expect(landing(work(erase))).toBeNull();
});

test('what was deleted or moved away is gone, what was copied is not', () => {
  expect([...goneKeys(work(erase))]).toEqual(['x/a', 'x/b']);
  expect([...goneKeys(work(move))]).toEqual(['x/y/']);
  expect([...goneKeys(work({ ...move, move: false }))]).toEqual([]);
  const version = { ...object('x/a'), version: 'v1' };
  expect([...goneKeys(work({ task: 'delete', targets: [version], everyVersion: false }))]).toEqual([]);
});
