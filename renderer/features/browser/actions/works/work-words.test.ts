import { expect, test } from 'vitest';
import type { Failure } from '../../../../../electron/contract/failure.ts';
import { beginWork, type Work, type WorkEnd, type WorkOrder } from './work.ts';
import { workShare, workTitle, workWords } from './work-words.ts';

const order: WorkOrder = {
  kind: 'delete',
  pass: 'reports',
  bucket: 'lark-workbench',
  task: { task: 'delete', targets: [{ kind: 'folder', prefix: 'x/logs/' }], everyVersion: false },
  typed: null,
};
const work = (counts: Partial<Work['progress']>, end: WorkEnd | null = null, of = order): Work => {
  const begun = beginWork(1, of);
  return { ...begun, waiting: false, progress: { ...begun.progress, counted: true, ...counts }, end };
};
const said = (...of: Parameters<typeof work>) => {
  const { state, under } = workWords(work(...of));
  return under ? `${state} | ${under}` : state;
};

test.each<[string, Parameters<typeof work>, string]>([
  ['nothing found yet', [{ counted: false }], 'Looking'],
  ['still looking', [{ found: 900, counted: false, done: 12 }], '12 of 900 so far, still looking'],
  ['counted', [{ found: 900, done: 12, failed: 1 }], '13 of 900 | 1 failed'],
  ['throttled', [{ found: 900, done: 12, throttled: true }], '12 of 900 | slowed down by S3'],
  ['done', [{ found: 3, done: 3 }, { kind: 'done' }], '3 deleted'],
  ['some failed', [{ found: 214, done: 212, failed: 2 }, { kind: 'done' }], '2 of 214 failed | 212 deleted'],
  ['stopped', [{ found: 9, done: 4 }, { kind: 'stopped' }], 'Stopped: 4 deleted'],
  [
    'too many failures',
    [{ found: 5000, done: 7, failed: 1000 }, { kind: 'tooManyFailures' }],
    '1,000 failed, 7 deleted | then stopped: the rest would fail as well',
  ],
  [
    'the process died',
    [{ found: 9, done: 4 }, { kind: 'lost' }],
    '4 deleted for certain | the part of Daypass that talks to S3 stopped, and may have done more',
  ],
  [
    'the session ended in the middle',
    [
      { found: 9, done: 4 },
      { kind: 'failed', failure: { code: 's3-session-ended', retry: 'afterSignIn' } },
    ],
    '4 deleted, then cut off | This session has ended.',
  ],
  [
    'refused before anything',
    [{}, { kind: 'failed', failure: { code: 's3-read-only', retry: 'never' } as Failure }],
    'This session may only read. | Change the pass to full and sign in again.',
  ],
])('%s', (_, of, words) => {
  expect(said(...of)).toBe(words);
});

test('what stayed because it was there is no failure', () => {
  const copy: WorkOrder = {
    ...order,
    kind: 'copyTo',
    task: {
      task: 'copy',
      toBucket: 'lark-scratch',
      sources: [{ kind: 'folder', prefix: 'x/logs/', toPrefix: 'y/' }],
      move: false,
      replace: false,
    },
  };
  expect(said({ found: 3, done: 2, skipped: 1 }, { kind: 'done' }, copy)).toBe(
    '2 copied | 1 was there already and stayed',
  );
  expect(workTitle(copy)).toBe('Copy logs/');
  expect(workWords(work({}, null, copy)).where).toBe('lark-workbench to lark-scratch');
});

test('a rename says both names', () => {
  const rename: WorkOrder = {
    ...order,
    kind: 'rename',
    task: {
      task: 'copy',
      toBucket: 'lark-workbench',
      sources: [{ kind: 'object', key: 'x/a.csv', version: null, toKey: 'x/b.csv' }],
      move: true,
      replace: false,
    },
  };
  expect(workTitle(rename)).toBe('Rename a.csv to b.csv');
});

test('a delete of one version does not say that the object goes', () => {
  const target = { kind: 'object', key: 'x/a.csv', version: 'v1' } as const;
  const task: WorkOrder['task'] = { task: 'delete', targets: [target], everyVersion: false };
  expect(workTitle({ kind: 'delete', task })).toBe('Delete one version of a.csv');
});

test('the bar is drawn only of a number that is known', () => {
  expect(workShare(work({ found: 10, done: 5, counted: false }))).toBeNull();
  expect(workShare(work({ found: 10, done: 4, failed: 1 }))).toBe(0.5);
  expect(workShare(work({}, { kind: 'done' }))).toBe(1);
});
