import { expect, test, vi } from 'vitest';
import type { Snapshot, TransferView } from '../../../electron/contract/snapshot.ts';
import type { TransferState } from '../../../electron/contract/transfer.ts';
import { calm } from '../../gallery/people.ts';
import type { BrowserStore } from './browser-store.ts';
import { relistUploads } from './relist-uploads.ts';

const upload = (kind: 'running' | 'finished' | 'cancelled', part: Partial<TransferView> = {}, done = 1) =>
  ({
    ...{
      id: '1',
      kind: 'upload',
      pass: 'reports',
      bucket: 'data',
      name: 'a',
      count: 1,
      prefix: 'x/',
      orderedAt: 1,
    },
    progress: {
      id: '1',
      state: { kind } as TransferState,
      files: { found: 2, counted: true, done, skipped: 0, failed: 0 },
      ...{ doneBytes: 1, totalBytes: 2, bytesPerSecond: 0, failures: [] },
    },
    ...part,
  }) as TransferView;

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
