import { expect, it } from 'vitest';
import { progressOf } from './transfer.test-parts.ts';
import type { TransferProgress } from './transfer.ts';
import { totalsOf } from './transfer-totals.ts';

const all = (...parts: (Partial<TransferProgress> | null)[]) =>
  totalsOf(parts.map((part) => ({ progress: part && progressOf(part) })));
const files = { found: 3, counted: true, done: 2, skipped: 0, failed: 1 };

it('nothing is nothing', () => {
  expect(all()).toEqual({
    ...{ count: 0, states: {}, doneBytes: 0, totalBytes: 0, counted: true, bytesPerSecond: 0 },
  });
});

it('every state is counted by what a person calls it', () => {
  expect(
    all(
      null,
      { state: { kind: 'queued' } },
      { state: { kind: 'waiting', for: 'signIn' } },
      { state: { kind: 'waiting', for: 'answer' } },
      { state: { kind: 'finished' } },
      { state: { kind: 'finished' }, files },
      { state: { kind: 'failed', failure: { code: 'disk-full', retry: 'now' } } },
    ).states,
  ).toEqual({ queued: 2, signIn: 1, answer: 1, done: 1, failed: 2 });
});

it('bytes and speed are of what is under way, and not known before all was counted', () => {
  const done = { state: { kind: 'finished' }, doneBytes: 7, totalBytes: 7 } as const;
  const one = { doneBytes: 10, totalBytes: 50, bytesPerSecond: 5 };
  expect(all(one, one, done)).toMatchObject({
    doneBytes: 20,
    totalBytes: 100,
    bytesPerSecond: 10,
    counted: true,
  });
  expect(all(one, { ...one, files: { ...files, counted: false } }).counted).toBe(false);
});
