/**
 * How long an assertion is good, counted on the machine's own clock from when it is first asked about: that an
 * answer of AWS shows that clock's error meanwhile says nothing of an age. Pure.
 */
import type { Clock } from '../lib/clock.ts';
import type { Assertion } from './assertion.ts';

export function createAges(clock: Pick<Clock, 'now' | 'localNow'>) {
  const goodUntil = new WeakMap<Assertion, number>();
  return {
    /** Whether AWS would still take it. */
    of(assertion: Assertion): () => boolean {
      const until = goodUntil.get(assertion) ?? clock.localNow() + (assertion.validUntil - clock.now());
      goodUntil.set(assertion, until);
      return () => clock.localNow() < until;
    },
  };
}
