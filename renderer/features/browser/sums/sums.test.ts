import { beforeEach, expect, test } from 'vitest';
import type { S3Answer } from '../../../../electron/contract/s3-port.ts';
import type { S3Client, S3Listener, S3Start } from '../../../bridge/s3-port.ts';
import { selectionSumWords, shortSumWords, sumWords } from './sum-words.ts';
import { createSums, type Sums } from './sums.ts';

let asks: { start: S3Start; listener: S3Listener; stopped: boolean }[];
let sums: Sums;
beforeEach(() => {
  asks = [];
  const s3: S3Client = {
    start(start, listener) {
      const ask = { start, listener, stopped: false };
      asks.push(ask);
      const stop = () => {
        ask.stopped = true;
      };
      return { more: () => true, stop };
    },
    takePort: () => undefined,
  };
  sums = createSums(s3, 'reports', () => 42);
});
const counted = (index: number, objects: number, complete: boolean) =>
  asks[index]?.listener.answer({
    ...{ id: 0, kind: 'measured', objects, sizeBytes: objects * 1000, complete },
  } as S3Answer);
const kinds = () => [...sums.all()].map(([name, { kind }]) => `${name} ${kind}`);

test('a folder is counted, and its sum stays', () => {
  sums.ask('data', 'a/');
  expect(asks[0]?.start).toEqual({
    ...{ op: 'measure', pass: 'reports', bucket: 'data', everyVersion: false },
    targets: [{ kind: 'folder', prefix: 'a/' }],
  });
  counted(0, 5, false);
  expect(sums.of('data', 'a/')).toEqual({ kind: 'running', objects: 5, sizeBytes: 5000 });
  counted(0, 7, true);
  expect(sums.of('data', 'a/')).toEqual({ kind: 'done', objects: 7, sizeBytes: 7000, at: 42 });
});

test('two are counted at a time, the others wait for their turn', () => {
  for (const prefix of ['a/', 'b/', 'c/', 'b/']) sums.ask('data', prefix);
  expect(kinds()).toEqual(['data/a/ running', 'data/b/ running', 'data/c/ waiting']);
  counted(1, 1, true);
  expect(kinds()).toEqual(['data/a/ running', 'data/b/ done', 'data/c/ running']);
  expect(asks).toHaveLength(3);
});

test('one that fails keeps what was counted, gives its place to the next, and can be asked for again', () => {
  for (const prefix of ['a/', 'b/', 'c/']) sums.ask('data', prefix);
  counted(0, 3, false);
  const failure = { code: 's3-access-denied', retry: 'never' } as const;
  asks[0]?.listener.answer({ id: 0, kind: 'failed', failure });
  expect(sums.of('data', 'a/')).toEqual({ kind: 'failed', failure, objects: 3, sizeBytes: 3000 });
  expect(kinds()).toContain('data/c/ running');
  asks[1]?.listener.lost();
  sums.ask('data', 'a/');
  expect(sums.of('data', 'a/')?.kind).toBe('running');
});

test('stopping forgets what was not finished and keeps what was', () => {
  for (const prefix of ['a/', 'b/', 'c/', 'd/']) sums.ask('data', prefix);
  counted(0, 1, true);
  sums.stopAll();
  expect(kinds()).toEqual(['data/a/ done']);
  expect(asks.map(({ stopped }) => stopped)).toEqual([false, true, true]);
});

test('a folder that is listed again forgets its sums and those below, no others', () => {
  for (const prefix of ['a/', 'a/x/']) sums.ask('data', prefix);
  counted(0, 1, true);
  counted(1, 1, true);
  sums.ask('data', 'b/');
  sums.forget('data', 'a/');
  expect(kinds()).toEqual(['data/b/ running']);
});

test('what is asked of nothing selected is the folder around', () => {
  const nothing = { bucket: 'data', prefix: 'a/', folders: [], objects: [] };
  sums.askTarget(nothing);
  sums.askTarget({ ...nothing, folders: ['a/x/', 'a/y/'] });
  expect(kinds()).toEqual(['data/a/ running', 'data/a/x/ running', 'data/a/y/ waiting']);
});

test('the words are honest about what is counted and when', () => {
  const at = new Date(2026, 9, 2, 11, 33).getTime();
  const done = { kind: 'done', objects: 12_400, sizeBytes: 1.2e9, at } as const;
  const running = { ...done, kind: 'running' } as const;
  expect(sumWords(running, at)).toBe('1.2 GB so far, 12,400 objects');
  expect(sumWords(done, at)).toBe('1.2 GB in 12,400 objects, as of 11:33');
  expect([shortSumWords(running), shortSumWords(done)]).toEqual(['1.2 GB so far', '1.2 GB']);
  const objects = { objects: 2, sizeBytes: 8e8 };
  expect(selectionSumWords({ objects, folders: [done, undefined] }, at)).toBe(
    '2.0 GB in 12,402 objects, without 1 folder, as of 11:33',
  );
  expect(selectionSumWords({ objects, folders: [done, running] }, at)).toBe('3.2 GB so far, 24,802 objects');
});
