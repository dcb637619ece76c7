/**
 * How many requests of one listing may be under way: halved when S3 asks for fewer, grown again by and by. Tries
 * again what may be tried again, and counts what was sent.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ListProgress } from '../../contract/s3-list.ts';
import { monotonicMs } from '../../lib/clock.ts';
import type { ListedPage } from './page-reader.ts';
import { verdictOn, waitBefore } from './patience.ts';
import type { BucketPages, PageFrom } from './signed-list.ts';

export interface Requests {
  ask(from: PageFrom, stop: AbortSignal): Promise<ListedPage>;
  /** How many more may be under way now. */
  free(): number;
  progress(): Omit<ListProgress, 'waiting'>;
}

/** As many as the S3 process has connections. */
export const MOST_IN_FLIGHT = 64;
/** One storm of refusals halves once, however many requests it meets. */
const ONE_STORM_MS = 500;

export function createRequests(pages: Pick<BucketPages, 'ask'>, waitFor = sleep): Requests {
  let limit = MOST_IN_FLIGHT;
  let underWay = 0;
  let calls = 0;
  let slowedAtMs = Number.NEGATIVE_INFINITY;
  let served = 0;

  const slowDown = () => {
    served = 0;
    if (monotonicMs() - slowedAtMs < ONE_STORM_MS) return;
    slowedAtMs = monotonicMs();
    limit = Math.max(1, limit >> 1);
  };
  /** A little more for each round of answers. */
  const speedUp = () => {
    if (limit === MOST_IN_FLIGHT || ++served < limit) return;
    served = 0;
    limit = Math.min(MOST_IN_FLIGHT, limit + Math.max(1, limit >> 3));
  };
  const untilAnswered = async (from: PageFrom, stop: AbortSignal): Promise<ListedPage> => {
    for (let tried = 1; ; tried++) {
      calls++;
      try {
        const page = await pages.ask(from, stop);
        speedUp();
        return page;
      } catch (error) {
        if (stop.aborted) throw error;
        const verdict = verdictOn(error);
        if (verdict === 'slower') slowDown();
        const waitMs = waitBefore(verdict, tried, Math.random());
        if (waitMs === null) throw error;
        await waitFor(waitMs, undefined, { signal: stop });
      }
    }
  };
  return {
    async ask(from, stop) {
      underWay++;
      try {
        return await untilAnswered(from, stop);
      } finally {
        underWay--;
      }
    },
    free: () => Math.max(0, limit - underWay),
    progress: () => ({ calls, inFlight: underWay, throttled: limit < MOST_IN_FLIGHT }),
  };
}
