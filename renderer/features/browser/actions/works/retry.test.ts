import { expect, test } from 'vitest';
import type { CopySource, Target, WorkTask } from '../../../../../electron/contract/s3-work.ts';
import { restTask, retryTask } from './retry.ts';

const failure = { code: 's3-access-denied', retry: 'never' } as const;
const object = (key: string, version: string | null = null): Target => ({ kind: 'object', key, version });
const failed = (task: WorkTask, ...targets: Target[]) =>
  retryTask({ task, failures: targets.map((target) => ({ target, failure })) });
const copy = (...sources: CopySource[]): WorkTask => ({
  task: 'copy',
  toBucket: 'lark-scratch',
  sources,
  move: false,
  replace: true,
});

test('only those that failed, as they were ordered', () => {
  const task: WorkTask = { task: 'delete', targets: [{ kind: 'folder', prefix: 'x/' }], everyVersion: true };
  expect(failed(task, object('x/1', 'v1'), object('x/2'))).toEqual({
    ...task,
    targets: [object('x/1', 'v1'), object('x/2')],
  });
  expect(failed(task)).toBeNull();
});

test('a marker that stayed is taken away by its own version', () => {
  const task: WorkTask = {
    task: 'undelete',
    markers: [
      { key: 'a', version: 'm1' },
      { key: 'b', version: 'm2' },
    ],
  };
  expect(failed(task, object('b', 'm2'))).toEqual({
    task: 'undelete',
    markers: [{ key: 'b', version: 'm2' }],
  });
});

test('a copy that failed goes where it was to go, whatever its key looks like', () => {
  const task = copy(
    { kind: 'folder', prefix: 'a/', toPrefix: 'z/' },
    { kind: 'folder', prefix: 'a//', toPrefix: 'y//' },
    { kind: 'object', key: '../x', version: 'v2', toKey: 'x' },
  );
  expect(failed(task, object('a//b'), object('a/ '), object('../x', 'v2'), object('a/\u0001'))).toEqual({
    ...task,
    sources: [
      { kind: 'object', key: 'a//b', version: null, toKey: 'y//b' },
      { kind: 'object', key: 'a/ ', version: null, toKey: 'z/ ' },
      { kind: 'object', key: '../x', version: 'v2', toKey: 'x' },
      { kind: 'object', key: 'a/\u0001', version: null, toKey: 'z/\u0001' },
    ],
  });
});

test('a folder that could not be listed is tried as a folder', () => {
  const task = copy({ kind: 'folder', prefix: 'a/', toPrefix: 'z/' });
  expect(failed(task, { kind: 'folder', prefix: 'a/' })).toEqual(task);
});

test('what was cut off goes on without the keys that got their marker', () => {
  const task: WorkTask = {
    task: 'delete',
    targets: [object('a'), object('b'), { kind: 'folder', prefix: 'x/' }],
    everyVersion: false,
  };
  expect(restTask({ task, undo: [{ key: 'a', version: 'm' }] })).toEqual({
    ...task,
    targets: task.targets.slice(1),
  });
  expect(restTask({ task, undo: [] })).toBe(task);
  const one: WorkTask = { ...task, targets: [object('a')] };
  expect(restTask({ task: one, undo: [{ key: 'a', version: 'm' }] })).toBeNull();
});
