import { expect, it } from 'vitest';
import type { S3Client, S3Listener, S3Start } from '../../bridge/s3-port.ts';
import { createPayers } from './payers.ts';

function desk() {
  const open: { start: S3Start; listener: S3Listener; stopped: boolean }[] = [];
  const s3: S3Client = {
    takePort: () => undefined,
    start(start, listener) {
      const call = { start, listener, stopped: false };
      open.push(call);
      return {
        more: () => true,
        stop: () => {
          call.stopped = true;
        },
      };
    },
  };
  return { open, payers: createPayers(s3) };
}

it('agreeing holds one request open; taking it back ends it', () => {
  const { open, payers } = desk();
  payers.agree('reports', 'feed');
  payers.agree('reports', 'feed');
  open[0]?.listener.answer({ id: 0, kind: 'noted' });
  expect(open.map(({ start }) => start)).toEqual([{ op: 'payer', pass: 'reports', bucket: 'feed' }]);
  expect([payers.agrees('reports', 'feed'), payers.agrees('other', 'feed')]).toEqual([true, false]);
  payers.takeBack('reports', 'feed');
  expect([payers.agrees('reports', 'feed'), open[0]?.stopped]).toEqual([false, true]);
});

it('where the process ends, nobody is told to pay any more', () => {
  const { open, payers } = desk();
  let told = 0;
  payers.subscribe(() => told++);
  payers.agree('reports', 'feed');
  open[0]?.listener.lost();
  expect([payers.agrees('reports', 'feed'), told]).toEqual([false, 2]);
  payers.agree('reports', 'feed');
  open[1]?.listener.answer({ id: 0, kind: 'failed', failure: { code: 'internal', retry: 'now' } });
  expect(payers.agrees('reports', 'feed')).toBe(false);
});
