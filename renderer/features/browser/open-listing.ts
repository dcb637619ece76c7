/**
 * One listing while it comes: takes pieces in and acknowledges them, shows the first at once and the next ones in
 * batches, pauses by not acknowledging. Knows the S3 port, no place's history and no screen.
 */
import type { Failure } from '../../../electron/contract/failure.ts';
import type { ListProgress } from '../../../electron/contract/s3-list.ts';
import type { S3Answer } from '../../../electron/contract/s3-port.ts';
import type { S3Client } from '../../bridge/s3-port.ts';
import { createColumns } from './columns/columns.ts';
import { packBuckets } from './columns/pack.ts';
import type { Listing } from './list-model.ts';
import type { Place } from './place.ts';

/** Rows a window keeps; what the list, its sorting and its scroll bar are made for. */
export const MOST_NAMES = 3_000_000;
/** Newly come names join the list this often: rows that jump faster can't be read. */
const BATCH_MS = 250;

export interface OpenListing {
  /** Nothing more of it is wanted. */
  close(): void;
  pause(): void;
  /** False when the process that knew this listing is gone. */
  goOn(): boolean;
}

interface Hear {
  listed(listing: Listing): void;
  failed(failure: Failure): void;
  /** The process died while names were still to come. */
  lost(): void;
}

export function openListing(
  s3: S3Client,
  pass: string,
  place: Place,
  now: () => number,
  hear: Hear,
): OpenListing {
  const { bucket, prefix } = place;
  const columns = createColumns(bucket === null ? 'buckets' : 'objects', prefix);
  let complete = false;
  let halted: Listing['halted'] = null;
  let region: string | null = null;
  let progress: ListProgress | null = null;
  let gone = false;
  /** Pieces taken in and not acknowledged. */
  let owed = 0;
  let shownOnce = false;
  let batch: ReturnType<typeof setTimeout> | null = null;

  function show() {
    if (batch !== null) clearTimeout(batch);
    batch = null;
    shownOnce = true;
    const counts = { folders: columns.folders.count(), objects: columns.objects.count() };
    const sizeBytes = columns.sizeBytes();
    hear.listed({
      place,
      columns,
      ...counts,
      sizeBytes,
      complete,
      halted,
      region,
      listedAt: now(),
      progress,
    });
  }
  function showSoon() {
    if (!shownOnce && columns.count() > 0) show();
    else if (shownOnce) batch ??= setTimeout(show, BATCH_MS);
  }
  function acknowledge() {
    if (halted === null && columns.count() >= MOST_NAMES) {
      halted = 'full';
      call.stop();
    }
    if (halted === null) call.more();
    else owed++;
  }
  function take(answer: S3Answer) {
    switch (answer.kind) {
      case 'failed':
        gone = true;
        if (batch !== null) show();
        return hear.failed(answer.failure);
      case 'buckets':
        for (const piece of packBuckets(answer.buckets)) columns.add(piece);
        complete = true;
        return show();
      case 'progress':
        progress = answer.progress;
        return showSoon();
      case 'piece':
        columns.add(answer.piece);
        region = answer.region ?? region;
        progress = answer.progress;
        complete = answer.complete;
        if (!complete) acknowledge();
        return complete || halted === 'full' ? show() : showSoon();
    }
  }

  const call = s3.start(bucket === null ? { op: 'buckets', pass } : { op: 'list', pass, bucket, prefix }, {
    answer: take,
    lost() {
      gone = true;
      if (halted === null) hear.lost();
    },
  });
  return {
    close() {
      if (batch !== null) clearTimeout(batch);
      batch = null;
      call.stop();
    },
    pause() {
      if (complete || gone || halted !== null) return;
      halted = 'stopped';
      show();
    },
    goOn() {
      if (halted !== 'stopped') return true;
      if (gone) return false;
      halted = null;
      for (; owed > 0; owed--) call.more();
      show();
      return true;
    },
  };
}
