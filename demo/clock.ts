// The demo organisation's one clock: identity provider, STS and S3 all read it, so that they move together.
// The only file of the demo that reads the machine's time.

export interface DemoClock {
  /** Epoch milliseconds, the machine's time plus the offset. */
  now(): number;
  /** Sets the offset (not added to the one before). */
  move(offsetMs: number): void;
}

export function createDemoClock(offsetMs: number): DemoClock {
  let offset = offsetMs;
  return {
    now: () => Date.now() + offset,
    move: (next) => {
      offset = next;
    },
  };
}
