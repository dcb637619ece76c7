import { expect, test } from 'vitest';
import { progressOf, transferOf } from '../../../../electron/contract/transfer.test-parts.ts';
import { foundWords, sentNow, unfinishedRows } from './unfinished-words.ts';

const upload = (
  key: string,
  startedAt: number | null = Date.UTC(2026, 7, 1),
  by: string | null = 'maya',
) => ({
  ...{ key, upload: `id of ${key}`, startedAt, by },
});

test('each is named below the folder, says since when, and who began it', () => {
  const [row] = unfinishedRows([upload('x/a')], 'x/', () => false);
  expect(row).toMatchObject({ id: 'id of x/a', name: 'a', isFixed: false });
  expect(row?.aside).toMatch(/^since 2026-0[78]-/);
  expect(row?.asideTip).toMatch(/, by maya$/);
  expect(unfinishedRows([upload('x/a', null, null)], 'x/', () => false)[0]).toMatchObject({
    aside: 'date not told',
    asideTip: 'date not told',
  });
});

test('what Daypass itself sends now can’t be chosen', () => {
  const going = transferOf({ bucket: 'data', prefix: 'x/', name: 'big.tar' });
  const several = transferOf({ bucket: 'data', prefix: 'y/', name: 'a', count: 3 });
  const over = transferOf({
    bucket: 'data',
    prefix: 'z/',
    progress: progressOf({ state: { kind: 'finished' } }),
  });
  const down = transferOf({ bucket: 'data', prefix: 'd/', kind: 'download' });
  const isSent = sentNow([going, several, over, down], 'data');
  expect(['x/big.tar', 'x/other', 'y/b', 'z/report.csv', 'd/report.csv'].map(isSent)).toEqual([
    ...[true, false, true, false, false],
  ]);
  expect(sentNow([going], 'elsewhere')('x/big.tar')).toBe(false);
  expect(unfinishedRows([upload('x/big.tar')], 'x/', isSent)[0]).toMatchObject({
    aside: 'Daypass sends it now',
    isFixed: true,
  });
});

test('how many there are', () => {
  expect(foundWords({ uploads: [], after: null })).toBe('No upload here is unfinished.');
  expect(foundWords({ uploads: [upload('a')], after: null })).toBe('1 upload, that is all.');
  expect(foundWords({ uploads: [upload('a'), upload('b')], after: { key: 'b', upload: 'b' } })).toBe(
    '2 uploads so far',
  );
});
