/**
 * Asks again what may come right by itself: throttling and the network, nothing else, with growing and random
 * waits (AWS, "Exponential backoff and jitter"), and never after the assertion's validity. Pure.
 */
import { AppError } from '../lib/app-error.ts';

export interface Patience {
  wait: (ms: number) => Promise<unknown>;
  /** 0 to 1. */
  random: () => number;
}

const MOST_TRIES = 4;
const FIRST_WAIT_MS = 600;
const LONGEST_WAIT_MS = 8_000;

const passing = ['sts-throttled', 'sts-unreachable'];

/** `ask` throws `AppError`s only. */
export async function withRetries<T>(
  ask: () => Promise<T>,
  stillGood: () => boolean,
  { wait, random }: Patience,
): Promise<T> {
  if (!stillGood()) throw new AppError('assertion-expired');
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      const passes = error instanceof AppError && passing.includes(error.code);
      if (!passes || tries === MOST_TRIES) throw error;
      await wait(random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)));
      if (!stillGood()) throw error;
    }
  }
}
