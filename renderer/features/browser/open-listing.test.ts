import { expect, test } from 'vitest';
import { MOST_NAMES_A_PIECE } from '../../../electron/contract/s3-list.ts';
import type { S3Client, S3Listener } from '../../bridge/s3-port.ts';
import { object } from './columns/columns.test-parts.ts';
import { packRows } from './columns/pack.ts';
import type { Listing } from './list-model.ts';
import { MOST_NAMES, openListing } from './open-listing.ts';

test('at three million names it stops, keeps them, and asks for none further', () => {
  let listener: S3Listener | undefined;
  const sent = { more: 0, stop: 0 };
  const s3: S3Client = {
    takePort: () => undefined,
    start(_start, heard) {
      listener = heard;
      return {
        more: () => {
          sent.more++;
          return true;
        },
        stop: () => void sent.stop++,
      };
    },
  };
  const shown: Listing[] = [];
  const hear = {
    listed: (listing: Listing) => void shown.push(listing),
    failed: () => undefined,
    lost: () => undefined,
  };
  const opened = openListing(s3, 'reports', { bucket: 'events', prefix: '' }, () => 0, hear);
  // Names kept as they came: one piece does for all.
  const piece = packRows(
    Array.from({ length: MOST_NAMES_A_PIECE }, (_, i) => object(String(i).padStart(4, '0'))),
    [],
  );
  const progress = { calls: 1, inFlight: 1, throttled: false, waiting: false };
  let pieces = 0;
  while (sent.stop === 0 && pieces < 1000) {
    pieces++;
    listener?.answer({ id: 0, kind: 'piece', piece, progress, region: null, complete: false });
  }
  expect(pieces).toBe(Math.ceil(MOST_NAMES / MOST_NAMES_A_PIECE));
  expect(sent).toEqual({ more: pieces - 1, stop: 1 });
  expect(shown.at(-1)).toMatchObject({
    halted: 'full',
    complete: false,
    objects: pieces * MOST_NAMES_A_PIECE,
  });
  // What stopped for being full can't be gone on with, and a dead process takes nothing of it.
  opened.pause();
  expect(opened.goOn()).toBe(true);
  listener?.lost();
  expect(sent).toEqual({ more: pieces - 1, stop: 1 });
});
