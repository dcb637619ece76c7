import { expect, test, vi } from 'vitest';
import type { Snapshot, TransferView } from '../../../electron/contract/snapshot.ts';
import { progressOf, transferOf } from '../../../electron/contract/transfer.test-parts.ts';
import { calm } from '../../gallery/people.ts';
import type { BrowserStore } from './browser-store.ts';
import { relistUploads } from './relist-uploads.ts';

const upload = (kind: 'running' | 'finished' | 'cancelled', part: Partial<TransferView> = {}, done = 1) =>
  transferOf({
    prefix: 'x/',
    progress: progressOf({
      state: { kind },
      files: { found: 2, counted: true, done, skipped: 0, failed: 0 },
    }),
    ...part,
  });

test.each<[string, TransferView, string, number]>([
  ['into the folder on screen', upload('finished'), 'x/', 1],
  ['into a folder of it', upload('finished', { prefix: 'x/y/' }), 'x/', 1],
  ['into a folder that it is in', upload('cancelled'), 'x/y/', 1],
  ['that goes on', upload('running'), 'x/', 0],
  ['that brought nothing', upload('cancelled', {}, 0), 'x/', 0],
  ['into another folder', upload('finished', { prefix: 'z/' }), 'x/', 0],
  ['into another bucket', upload('finished', { bucket: 'logs' }), 'x/', 0],
  ['of another pass', upload('finished', { pass: 'other' }), 'x/', 0],
  ['that is a download', upload('finished', { kind: 'download' }), 'x/', 0],
])('an upload %s', (_, after, prefix, times) => {
  const again = vi.fn();
  const current = () =>
    ({ place: { bucket: 'data', prefix }, asking: false }) as ReturnType<BrowserStore['current']>;
  let snapshot: Snapshot = { ...calm, transfers: [upload('running')] };
  let tell = () => {};
  relistUploads(
    {
      current: () => snapshot,
      subscribe(listener) {
        tell = listener;
        return () => undefined;
      },
    },
    (pass) => (pass === 'reports' ? { current, again } : undefined),
  );
  snapshot = { ...calm, transfers: [after] };
  tell();
  tell();
  expect(again).toHaveBeenCalledTimes(times);
});
