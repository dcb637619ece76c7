import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { TransferView } from '../../../electron/contract/snapshot.ts';
import { progressOf, transferOf } from '../../../electron/contract/transfer.test-parts.ts';
import type { TransferProgress, TransferState } from '../../../electron/contract/transfer.ts';
import { totalsOf } from '../../../electron/contract/transfer-totals.ts';
import { calm } from '../../gallery/people.ts';
import { nameWords, placeWords } from '../../text/transfer-names.ts';
import { actsOn, actsOnAll, failureGroups, failureList, type TransferOffer } from './transfer-facts.ts';
import { limitWords, pageWords, stripWords, transferShare, transferWords } from './transfer-words.ts';

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

describe('the head', () => {
  const head = (...all: TransferView[]) => stripWords(totalsOf(all));
  const done = view({ state: { kind: 'finished' } });

  test('counts by state, what moves first', () => {
    const failed = view({ state: { kind: 'finished' }, files: many });
    const waiting = view({ state: { kind: 'waiting', for: 'signIn' }, bytesPerSecond: 0 });
    const words = head(done, waiting, view({}), view({}), view(null), failed);
    expect(words).toMatch(/^2 running, 1 waiting for sign-in, 1 waiting, 1 failed, 1 done · /);
  });

  test('says how far all of them are, once that is known', () => {
    const one = view({ doneBytes: 30e6, totalBytes: 100e6, bytesPerSecond: 10e6 });
    expect(head(one, one, done)).toBe('2 running, 1 done · 30 % · 20.0 MB/s, 7 s left');
    expect(head(one, view({ ...one.progress, files: some }))).toBe('2 running · 60.0 MB so far · 20.0 MB/s');
    // One that waits for its turn is not counted yet.
    expect(head(one, view(null))).toBe('1 running, 1 waiting · 30.0 MB so far · 10.0 MB/s');
  });

  test('leaves that to the row of a single one, and says nothing of those that are over', () => {
    expect(head(view({}), done)).toBe('1 running, 1 done');
    expect(head(done)).toBe('1 done');
  });

  test('says what holds them down', () => {
    const { preferences } = calm;
    expect(limitWords(preferences)).toBe('');
    const both = { uploadKilobytesPerSecond: 500, downloadKilobytesPerSecond: 20_000 };
    expect(limitWords({ ...preferences, ...both })).toBe('no more than 500 kB/s up, 20.0 MB/s down');
  });

  test('tells which of very many are on screen', () => {
    expect(pageWords({ from: 0, count: 100 }, 100)).toBeNull();
    expect(pageWords({ from: 1100, count: 1412 }, 100)).toBe('1,101 to 1,200 of 1,412');
  });
});

describe('what can be done', () => {
  test.each<[TransferState, boolean | null, TransferOffer[]]>([
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

  test('those that wait for their turn can be moved, where there are others', () => {
    const queued = view({ state: { kind: 'queued' } });
    expect(actsOn(queued, true, true)).toEqual(['first', 'earlier', 'later', 'cancel']);
    expect(actsOn(queued, true, false)).toEqual(['cancel']);
  });

  test('names that are taken are asked about while anything goes on', () => {
    const taken = { count: 2, names: ['a', 'b'] };
    expect(actsOn(view({ taken }), true)).toEqual(['answer', 'pause', 'cancel']);
    expect(actsOn(view({ taken, state: { kind: 'waiting', for: 'answer' } }), true)).toEqual([
      'answer',
      'cancel',
    ]);
    expect(actsOn(view({ taken, state: { kind: 'cancelled' } }), true)).toEqual(['dismiss']);
  });

  test('all are paused while one moves, resumed when none does, and cleared when they are over', () => {
    const paused = view({ state: { kind: 'paused' } });
    const over = view({ state: { kind: 'finished' } });
    const acts = (...all: TransferView[]) => actsOnAll(totalsOf(all));
    expect(acts(view({}), paused)).toEqual(['pause']);
    expect(acts(paused, over)).toEqual(['resume', 'dismiss']);
    expect(acts(view({ state: { kind: 'cancelled' } }))).toEqual(['dismiss']);
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
