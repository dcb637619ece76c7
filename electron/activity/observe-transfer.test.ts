import { expect, test } from 'vitest';
import type { Failure } from '../contract/failure.ts';
import { organisationView, passView, quietSnapshot } from '../contract/snapshot.test-parts.ts';
import type { TransferView } from '../contract/snapshot.ts';
import { progressOf, transferOf } from '../contract/transfer.test-parts.ts';
import type { TransferState } from '../contract/transfer.ts';
import { observeTransfer } from './observe-transfer.ts';

const AT = 1_000_000_000;
const calm = quietSnapshot({ at: AT, organisations: [organisationView()], passes: [passView()] });
const refused: Failure = { code: 's3-access-denied', retry: 'never' };
const at = (state: TransferState | null, more: Partial<TransferView> = {}) =>
  transferOf({ name: 'f.csv', orderedAt: AT, progress: state && progressOf({ state }), ...more });
const kinds = (before: TransferView | null, after: TransferView) =>
  observeTransfer(before, after, calm).map(({ kind }) => kind);
const running = at({ kind: 'running' });

test('it is told at its beginning and at its end, not in between', () => {
  expect(kinds(null, at(null))).toEqual(['uploadBegan']);
  expect(kinds(at(null), running)).toEqual([]);
  expect(kinds(running, at({ kind: 'waiting', for: 'network' }))).toEqual([]);
  expect(kinds(running, at({ kind: 'finished' }))).toEqual(['uploadFinished']);
  expect(kinds(at({ kind: 'finished' }), at({ kind: 'finished' }))).toEqual([]);
  expect(kinds(running, at({ kind: 'failed', failure: refused }))).toEqual(['uploadFailed']);
  expect(kinds(running, at({ kind: 'cancelled' }, { kind: 'download' }))).toEqual(['downloadCancelled']);
});

test('one of an earlier start went on, it did not begin', () => {
  expect(kinds(null, at({ kind: 'running' }, { orderedAt: AT - 3_600_000 }))).toEqual(['uploadWentOn']);
});

test('one of which files failed says so, with the first reason, the pass and how many there were', () => {
  const progress = progressOf({ state: { kind: 'finished' }, failures: [{ name: 'a', failure: refused }] });
  const [told] = observeTransfer(running, transferOf({ name: 'f.csv', count: 3, progress }), calm);
  expect(told).toMatchObject({ kind: 'uploadFailed', failure: refused, detail: 'f.csv + 2' });
  expect(told?.pass).toMatchObject({ label: 'Reports' });
});
