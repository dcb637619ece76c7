/**
 * How many requests of one task are under way: begins small, is halved when S3 asks to slow down, grows again while it
 * answers. Tries again what is worth it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicMs } from '../../lib/clock.ts';
import { type Verdict, verdictOn, waitBefore } from '../listing/patience.ts';
import { Stopped } from './stops.ts';

export interface Pace {
  /** Runs the request when its turn comes, again as long as that may help. */
  ask<T>(request: (again: boolean) => Promise<T>, options: AskOptions<T>): Promise<T>;
  isSlowed(): boolean;
}

export interface AskOptions<T> {
  /** Nothing is begun and nothing waited for after it. */
  stop: AbortSignal;
  /** Asked before another try when the last one may have been carried out; its answer, if any, is the answer. */
  inDoubt?: () => Promise<T | undefined>;
}

const FIRST_LIMIT = 8;
/** The process has 64 connections, and somebody may browse meanwhile. */
const MOST_UNDER_WAY = 32;
/** One storm of refusals halves once, however many requests it meets. */
const ONE_STORM_MS = 500;

/**
 * The SDK mends its clock by the answer to a skewed request, and gives an `<Error>` in a success the status 503, which is
 * no word about speed.
 */
const AGAIN = ['RequestTimeTooSkewed', 'ConditionalRequestConflict', 'InternalError'];

interface SdkError {
  name?: string;
  $metadata?: { httpStatusCode?: number };
}

/** S3 may have done what was asked: no answer came, or one that tells of a failure of its own. */
export function mayHaveHappened(error: unknown): boolean {
  const { name, $metadata } = (error ?? {}) as SdkError;
  const status = $metadata?.httpStatusCode;
  return (
    status === undefined || name === 'InternalError' || status === 500 || status === 502 || status === 504
  );
}

function verdict(error: unknown): Verdict {
  const { name } = (error ?? {}) as SdkError;
  if (AGAIN.includes(name ?? '')) return 'again';
  return verdictOn(error);
}

type WaitFor = (ms: number, value: undefined, options: { signal: AbortSignal }) => Promise<unknown>;

export function createPace(waitFor: WaitFor = sleep): Pace {
  const waiting: (() => void)[] = [];
  let limit = FIRST_LIMIT;
  let underWay = 0;
  let served = 0;
  let slowedAtMs = Number.NEGATIVE_INFINITY;
  let isSlowed = false;

  const callNext = () => {
    while (underWay < limit && waiting.length > 0) {
      underWay++;
      waiting.shift()?.();
    }
  };
  const turn = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      callNext();
    });
  const slowDown = () => {
    served = 0;
    isSlowed = true;
    if (monotonicMs() - slowedAtMs < ONE_STORM_MS) return;
    slowedAtMs = monotonicMs();
    limit = Math.max(1, limit >> 1);
  };
  /** A little more for each round of answers. */
  const speedUp = () => {
    if (++served < limit) return;
    served = 0;
    limit = Math.min(MOST_UNDER_WAY, limit + Math.max(1, limit >> 2));
    if (limit >= FIRST_LIMIT) isSlowed = false;
  };
  const once = async <T>(request: () => Promise<T>, stop: AbortSignal): Promise<T> => {
    await turn();
    try {
      if (stop.aborted) throw new Stopped();
      const answer = await request();
      speedUp();
      return answer;
    } finally {
      underWay--;
      callNext();
    }
  };
  return {
    isSlowed: () => isSlowed,
    async ask(request, { stop, inDoubt }) {
      let again = false;
      for (let tried = 1; ; tried++) {
        try {
          return await once(() => request(again), stop);
        } catch (error) {
          if (error instanceof Stopped) throw error;
          const found = verdict(error);
          if (found === 'slower') slowDown();
          const waitMs = waitBefore(found, tried, Math.random());
          if (waitMs === null) throw error;
          await waitFor(waitMs, undefined, { signal: stop }).catch(() => {
            throw new Stopped();
          });
          if (!mayHaveHappened(error)) continue;
          again = true;
          const known = await inDoubt?.();
          if (known !== undefined) return known;
        }
      }
    },
  };
}
