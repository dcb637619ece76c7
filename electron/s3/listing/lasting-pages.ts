/**
 * Pages of one bucket beyond the end of a session: what was asked when it ended is asked again, from the same place,
 * with the next one. A listing that had no answer yet fails as ever.
 */
import type { S3Client } from '@aws-sdk/client-s3';
import { s3Failure } from '../errors.ts';
import type { BucketPages } from './signed-list.ts';

/** A client of the session after the present one; rejects when there will be none of the same role. */
export type NextClient = (stop: AbortSignal) => Promise<S3Client>;

export interface LastingPages extends BucketPages {
  /** For the next session. */
  isWaiting(): boolean;
}

export function lastingPages(
  client: S3Client,
  open: (client: S3Client) => BucketPages,
  nextClient: NextClient | undefined,
): LastingPages {
  let present = Promise.resolve(open(client));
  let region: string | null = null;
  let answered = false;
  let waiting = false;

  const openNext = async (next: NextClient, stop: AbortSignal) => {
    waiting = true;
    try {
      return open(await next(stop));
    } finally {
      waiting = false;
    }
  };
  return {
    isWaiting: () => waiting,
    region: () => region,
    async ask(from, stop) {
      for (;;) {
        const used = present;
        const pages = await used;
        try {
          const page = await pages.ask(from, stop);
          answered = true;
          region = pages.region() ?? region;
          return page;
        } catch (error) {
          if (!nextClient || !answered || stop.aborted || !isSessionsEnd(error)) throw error;
          // Of all that were under way, the first to hear of it asks for the next.
          if (present === used) present = openNext(nextClient, stop);
        }
      }
    },
  };
}

const isSessionsEnd = (error: unknown) => s3Failure(error, '').code === 's3-session-ended';
