/** Reads a listing to its end as a window would, for tests: every piece acknowledged, names unpacked. */
import type { S3Client } from '@aws-sdk/client-s3';
import type { Failure } from '../../contract/failure.ts';
import { FOLDER_CLASS } from '../../contract/s3-list.ts';
import { S3Answer } from '../../contract/s3-port.ts';
import type { RegionMemory } from '../bucket-regions.ts';
import { startListing } from './listing.ts';

export interface Collected {
  names: { key: string; size: number; date: number; storageClass: string | null }[];
  region: string | null;
  calls: number;
  pieces: number;
  failure: Failure | null;
}

export function collect(
  client: S3Client | Promise<S3Client>,
  bucket: string,
  prefix: string,
  region?: RegionMemory,
): Promise<Collected> {
  const all: Collected = { names: [], region: null, calls: 0, pieces: 0, failure: null };
  return new Promise((resolve) => {
    const take = (message: S3Answer) => {
      const answer = S3Answer.parse(message);
      if (answer.kind === 'failed') all.failure = answer.failure;
      if (answer.kind === 'piece') {
        const { keys, ends, sizes, dates, classes, classNames } = answer.piece;
        const text = new TextDecoder('utf-8', { fatal: true });
        ends.forEach((end, i) => {
          all.names.push({
            key: text.decode(keys.subarray(i === 0 ? 0 : ends[i - 1], end)),
            size: sizes[i] ?? -1,
            date: dates[i] ?? -1,
            storageClass: classes[i] === FOLDER_CLASS ? null : (classNames[classes[i] ?? -1] ?? '?'),
          });
        });
        all.region = answer.region;
        all.calls = answer.progress.calls;
        all.pieces++;
        setImmediate(() => listing.acknowledge());
      }
      if (answer.kind === 'failed' || (answer.kind === 'piece' && answer.complete)) resolve(all);
    };
    const place = { id: 1, bucket, prefix, ...(region && { region }) };
    const listing = startListing(place, Promise.resolve(client), take, () => {});
  });
}
