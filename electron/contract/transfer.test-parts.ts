/** For tests: transfers as the screen sees them, where nothing but what a test is about is said. */
import type { TransferView } from './snapshot.ts';
import type { TransferProgress } from './transfer.ts';

/** One file of 100 bytes under way. */
export const progressOf = (part: Partial<TransferProgress> = {}): TransferProgress => ({
  id: 't',
  state: { kind: 'running' },
  files: { found: 1, counted: true, done: 0, skipped: 0, failed: 0 },
  doneBytes: 0,
  totalBytes: 100,
  bytesPerSecond: 0,
  failures: [],
  taken: { count: 0, names: [] },
  renamed: { count: 0, first: [] },
  ...part,
});

export const transferOf = (part: Partial<TransferView> = {}): TransferView => ({
  id: 't',
  kind: 'upload',
  pass: 'reports',
  bucket: 'data',
  name: 'report.csv',
  count: 1,
  prefix: '',
  object: null,
  orderedAt: 1,
  progress: progressOf(),
  ...part,
});
