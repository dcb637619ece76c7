// lark-slow-lane: a bucket that answers so many requests a second, and SlowDown to all others (S3 User Guide, "Best
// practices design patterns: optimizing Amazon S3 performance"). For people to see how Daypass is patient.

import type { DemoObject } from '../content/object.ts';
import { S3Error } from '../errors.ts';
import type { Sequence } from '../store/sequence.ts';
import { Measurement } from './measurement.ts';
import { hex, mix } from './mix.ts';

const COUNT = 60_000;
const FIRST_AT = Date.UTC(2026, 5, 1);
const GAP_MS = 60_000;
const A_SECOND = 20;
const AT_ONCE = 10;

export function slowLane(): Sequence<DemoObject> {
  return {
    length: COUNT,
    at(number) {
      if (number >= COUNT) return undefined;
      const key = `trips/${String(number + 1).padStart(6, '0')}-${hex(mix(number, 61))}.json`;
      return new Measurement(key, number, FIRST_AT + number * GAP_MS);
    },
  };
}

/** Throws when this request is one too many; `now` in epoch ms of the demo's clock. */
export function createLane(): (now: number) => void {
  let room = AT_ONCE;
  let seenAt = Number.NEGATIVE_INFINITY;
  return (now) => {
    // A clock that was set back gives nothing.
    room = Math.min(AT_ONCE, room + (Math.max(0, now - seenAt) / 1000) * A_SECOND);
    seenAt = now;
    if (room < 1) throw new S3Error(503, 'SlowDown', 'Please reduce your request rate.');
    room -= 1;
  };
}
