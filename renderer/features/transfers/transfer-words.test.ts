import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { TransferView } from '../../../electron/contract/snapshot.ts';
import { progressOf, transferOf } from '../../../electron/contract/transfer.test-parts.ts';
import type { TransferProgress, TransferState } from '../../../electron/contract/transfer.ts';
import { actOnAll, actsOn, failureGroups, failureList, type TransferAct } from './transfer-facts.ts';
import { nameWords, placeWords, stripWords, transferShare, transferWords } from './transfer-words.ts';

const files = { found: 1, counted: true, done: 0, skipped: 0, failed: 0 };
const view = (progress: Partial<TransferProgress> | null, part: Partial<TransferView> = {}): TransferView =>
  transferOf({
    ...{ bucket: 'lark-workbench', name: 'warehouse.tar', prefix: 'backups/' },
    progress: progress && { ...running, ...progress },
    ...part,
  });
const running = progressOf({ doneBytes: 12.4e9, totalBytes: 20.3e9, bytesPerSecond: 84e6 });
const full: Failure = { code: 'disk-full', retry: 'now', subject: 'a' };
const denied: Failure = { code: 's3-access-denied', retry: 'never', subject: 'a' };
const many = { ...files, found: 60, done: 57, failed: 3 };
const some = { found: 1204, counted: false, done: 300, skipped: 4, failed: 1 };

describe('how far it is', () => {
  test.each<[string, Partial<TransferProgress>, string, string]>([
    ['one file', {}, '61 % · 84.0 MB/s', '12.4 of 20.3 GB, 1 min 35 s left'],
    ['one that does not move', { bytesPerSecond: 0 }, '61 %', '12.4 of 20.3 GB'],
    ['many', { files: { ...many, failed: 1 } }, '61 % · 84.0 MB/s', '58 of 60 files, 1 min 35 s left'],
    ['not counted', { files: some }, 'Counting · 84.0 MB/s', '305 of 1,204 files so far, 12.4 GB done'],
    ['paused', { state: { kind: 'paused' } }, 'Paused', '12.4 of 20.3 GB kept'],
    [
      'waiting for a session',
      { state: { kind: 'waiting', for: 'signIn' } },
      'Waiting for sign-in',
      '12.4 of 20.3 GB kept, goes on by itself',
    ],
    [
      'waiting for the network, not counted',
      { state: { kind: 'waiting', for: 'network' }, files: some },
      'Waiting for the network',
      '12.4 GB of what was found kept, goes on by itself',
    ],
    [
      'waiting for room',
      { state: { kind: 'waiting', for: 'disk', missingBytes: 2.1e9 } },
      'The disk is full',
      'Make 2.1 GB of room, then resume',
    ],
    ['cancelled', { state: { kind: 'cancelled' } }, 'Cancelled', 'Nothing incomplete was left behind'],
    [
      'done',
      { state: { kind: 'finished' }, files: { ...files, done: 1 }, doneBytes: 812 },
      'Uploaded',
      '1 file, 812 B',
    ],
    [
      'done, with some that stay',
      { state: { kind: 'finished' }, files: { ...files, found: 5, done: 3, skipped: 2 }, doneBytes: 9000 },
      'Uploaded',
      '3 files, 9.0 kB, 2 left as they were',
    ],
    [
      'done in part',
      { state: { kind: 'finished' }, files: many, doneBytes: 9000 },
      '3 of 60 files failed',
      '57 files, 9.0 kB',
    ],
    [
      'the only file failed',
      {
        state: { kind: 'finished' },
        files: { ...files, failed: 1 },
        failures: [{ name: 'a', failure: full }],
      },
      'The disk is full.',
      'Make room, then download it again.',
    ],
    [
      'an empty folder',
      { state: { kind: 'finished' }, files: { ...files, found: 0 } },
      'Nothing was found',
      'There is no file in it',
    ],
  ])('%s', (_, progress, main, under) => {
    expect(transferWords(view(progress))).toMatchObject({ main, under });
  });

  test('is between nothing and all, whatever is counted', () => {
    const count = fc.nat(2000);
    const counts = fc.record({
      found: count,
      counted: fc.boolean(),
      done: count,
      skipped: count,
      failed: count,
    });
    fc.assert(
      fc.property(
        counts,
        fc.double({ min: 0, noNaN: true }),
        fc.double({ min: 0, noNaN: true }),
        (of, a, b) => {
          const settled = of.done + of.skipped + of.failed;
          const share = transferShare({
            ...running,
            files: { ...of, found: Math.max(of.found, settled) },
            doneBytes: Math.min(a, b),
            totalBytes: Math.max(a, b),
          });
          expect(share === null || (share >= 0 && share <= 1)).toBe(true);
        },
      ),
    );
  });
});

test('what and where', () => {
  expect(nameWords(view({}, { count: 4 }))).toBe('warehouse.tar + 3 more');
  expect(placeWords(view({}))).toBe('to lark-workbench/backups/');
  expect(placeWords(view({}, { kind: 'download', prefix: '' }))).toBe('from lark-workbench/');
});

test('the head counts by state, what moves first', () => {
  const all = [
    view({ state: { kind: 'finished' } }),
    view({ state: { kind: 'waiting', for: 'signIn' } }),
    view({}),
    view({}),
    view(null),
    view({ state: { kind: 'finished' }, files: many }),
  ];
  expect(stripWords(all)).toBe('2 running, 1 waiting for sign-in, 1 waiting, 1 failed, 1 done');
});

describe('what can be done', () => {
  test.each<[TransferState, boolean | null, TransferAct[]]>([
    [{ kind: 'queued' }, true, ['cancel']],
    [{ kind: 'running' }, true, ['pause', 'cancel']],
    [{ kind: 'paused' }, false, ['resume', 'cancel']],
    [{ kind: 'waiting', for: 'signIn' }, false, ['signIn', 'cancel']],
    [{ kind: 'waiting', for: 'signIn' }, null, ['cancel']],
    [{ kind: 'waiting', for: 'disk', missingBytes: null }, true, ['resume', 'cancel']],
    [{ kind: 'failed', failure: full }, true, ['retry', 'dismiss']],
    [{ kind: 'failed', failure: full }, false, ['signIn', 'dismiss']],
    [{ kind: 'failed', failure: denied }, true, ['dismiss']],
    [{ kind: 'finished' }, true, ['dismiss']],
    [{ kind: 'cancelled' }, true, ['dismiss']],
  ])('%j, signed in: %s', (state, signedIn, acts) => {
    expect(actsOn(view({ state }), signedIn)).toEqual(acts);
  });

  test('files that failed are tried again', () => {
    const partly = view({ state: { kind: 'finished' }, files: many });
    expect(actsOn(partly, true)).toEqual(['retry', 'dismiss']);
    expect(actsOn(partly, null)).toEqual(['dismiss']);
  });

  test('all are paused while one moves, and resumed when none does', () => {
    const paused = view({ state: { kind: 'paused' } }, { id: '2' });
    const queued = view({ state: { kind: 'queued' } }, { id: '3' });
    expect(actOnAll([view({}), paused, queued])).toEqual({ act: 'pause', ids: ['t', '3'] });
    expect(actOnAll([paused, view({ state: { kind: 'finished' } })])).toEqual({ act: 'resume', ids: ['2'] });
    expect(actOnAll([view({ state: { kind: 'cancelled' } })])).toBeNull();
  });
});

test('what failed is told by its reason, and as a list to hand on', () => {
  const failures = [
    { name: 'a', failure: denied },
    { name: 'b', failure: full },
    { name: 'c', failure: { ...denied, subject: 'c' } },
  ];
  expect(failureGroups(failures)).toMatchObject([{ names: ['a', 'c'] }, { names: ['b'] }]);
  expect(failureList(failures).split('\n')[1]).toBe('b\tThe disk is full.');
});
