/** The downloads that run in this process; tells each one's state, at most four times a second. */
import { monotonicMs } from '../lib/clock.ts';
import { downloadObject } from './download.ts';
import { s3Failure } from './errors.ts';
import { inBucketRegion, type RegionParts } from './in-bucket-region.ts';
import type { DownloadState, ToS3Process } from './messages.ts';

const TELL_EVERY_MS = 250;

export interface Downloads {
  start(order: Extract<ToS3Process, { kind: 'download' }>): void;
  cancel(download: string): void;
  running(): number;
}

export function startDownloads(
  parts: RegionParts,
  tell: (download: string, state: DownloadState) => void,
): Downloads {
  const stops = new Map<string, AbortController>();
  return {
    running: () => stops.size,
    cancel: (download) => stops.get(download)?.abort(),
    start(order) {
      const stop = new AbortController();
      stops.set(order.download, stop);
      const settle = (state: DownloadState) => {
        stops.delete(order.download);
        tell(order.download, state);
      };
      let toldAt = Number.NEGATIVE_INFINITY;
      const progress = (doneBytes: number, totalBytes: number | null) => {
        if (monotonicMs() - toldAt < TELL_EVERY_MS) return;
        toldAt = monotonicMs();
        tell(order.download, { kind: 'running', doneBytes, totalBytes });
      };
      inBucketRegion(parts, order, (client) => downloadObject(client, order, progress, stop.signal))
        .then((totalBytes) => settle({ kind: 'finished', totalBytes }))
        .catch((error: unknown) =>
          settle(
            stop.signal.aborted
              ? { kind: 'cancelled' }
              : { kind: 'failed', failure: s3Failure(error, order.key) },
          ),
        );
    },
  };
}
