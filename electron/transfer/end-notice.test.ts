import { expect, it, vi } from 'vitest';
import type { TransferView } from '../contract/snapshot.ts';
import { progressOf, transferOf } from '../contract/transfer.test-parts.ts';
import type { TransferProgress } from '../contract/transfer.ts';
import { createEndNotice, noticeOf } from './end-notice.ts';
import { taskbarOf } from './taskbar.ts';

const view = (
  id: string,
  kind: 'queued' | 'running' | 'paused' | 'finished' | 'cancelled',
  { failed = 0, done = 0, total = 100, counted = true } = {},
): TransferView =>
  transferOf({
    id,
    name: `${id}.csv`,
    progress: progressOf({
      id,
      state: { kind },
      files: { found: 3, counted, done: 3 - failed, skipped: 0, failed },
      doneBytes: done,
      totalBytes: total,
    }),
  });
const waiting = (id: string): TransferView => ({
  ...view(id, 'running'),
  progress: {
    ...(view(id, 'running').progress as TransferProgress),
    state: { kind: 'waiting', for: 'signIn' },
  },
});

it('tells once, when the last has ended', () => {
  const show = vi.fn();
  const look = createEndNotice({ watched: () => false, show });
  look([view('a', 'running'), view('b', 'queued')]);
  look([view('a', 'finished'), view('b', 'running')]);
  expect(show).not.toHaveBeenCalled();
  look([view('a', 'finished'), view('b', 'finished')]);
  look([view('a', 'finished'), view('b', 'finished')]);
  expect(show.mock.calls).toEqual([[{ title: '2 transfers have ended', body: 'All files arrived.' }]]);
});

it('tells nobody who looks on, nor of what is old', () => {
  const show = vi.fn();
  const look = createEndNotice({ watched: () => true, show });
  look([view('a', 'running')]);
  look([view('a', 'finished')]);
  const other = createEndNotice({ watched: () => false, show });
  other([view('a', 'finished')]);
  expect(show).not.toHaveBeenCalled();
});

it.each([
  [[view('a', 'cancelled')], null],
  [[view('a', 'finished')], 'a.csv is uploaded'],
  [[view('a', 'finished', { failed: 1 })], 'a.csv is not wholly uploaded'],
  [[view('a', 'finished'), view('b', 'cancelled')], 'a.csv is uploaded'],
])('says what became of them', (ended, title) => expect(noticeOf(ended)?.title ?? null).toBe(title));

it('counts files that failed', () => {
  const ended = [view('a', 'finished', { failed: 2 }), view('b', 'finished')];
  expect(noticeOf(ended)?.body).toMatch(/^2 files failed, in 1 of them\./);
});

it.each([
  ['nothing', [], { value: -1, mode: 'none' }],
  ['what is over or paused', [view('a', 'finished'), view('b', 'paused')], { value: -1, mode: 'none' }],
  [
    'bytes of all',
    [view('a', 'running', { done: 50 }), view('b', 'queued', { done: 0, total: 50 })],
    { value: 0.33, mode: 'normal' },
  ],
  ['what is still counted', [view('a', 'running', { counted: false })], { value: 2, mode: 'normal' }],
  ['what waits', [waiting('a')], { value: 0, mode: 'paused' }],
])('the taskbar shows %s', (_what, views, bar) => expect(taskbarOf(views)).toEqual(bar));

it('says that a transfer waits for the person’s word, and once more when it has ended', () => {
  const said: string[] = [];
  const tell = createEndNotice({
    watched: () => false,
    show: ({ title, body }) => void said.push(`${title}: ${body}`),
  });
  const asking = transferOf({
    id: 'a',
    name: 'site',
    progress: progressOf({
      state: { kind: 'waiting', for: 'answer' },
      taken: { count: 2, names: ['x', 'y'] },
    }),
  });
  tell([view('a', 'running')]);
  tell([asking]);
  tell([asking]);
  expect(said).toEqual(['site waits for your word: 2 names are taken. All else is done.']);
  tell([view('a', 'running')]);
  tell([view('a', 'finished')]);
  expect(said).toHaveLength(2);
});
