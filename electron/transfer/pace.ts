/**
 * How many requests are under way: doubles with each window that goes well until S3 asks for fewer the first time, then
 * grows by one a window and is halved at each asking (TCP's slow start, additive increase, multiplicative decrease).
 * Several share it by lanes, which take turns; in a lane requests go in the order they came. Pure.
 */
export interface Pace {
  /** Runs `work` once there is room. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** S3 said SlowDown. Once a window counts: many refusals at the same moment are one. */
  slower(): void;
  readonly width: number;
}

export interface SharedPace {
  lane(): Pace;
  /** No more than so many from now on; at least one, and never more than it was made for. */
  limit(requests: number): void;
}

export function createSharedPace({ first, most }: { first: number; most: number }): SharedPace {
  let cap = most;
  let width = first;
  let running = 0;
  let asked = false;
  /** Requests that went well since the width changed. */
  let well = 0;
  /** Requests that were under way when it was halved: their refusals are the same news. */
  let old = 0;
  /** Those that wait, a queue a lane; the lane whose turn it is comes first. */
  let lanes: (() => void)[][] = [];

  const next = () => {
    while (running < Math.floor(width)) {
      const [lane, ...others] = lanes;
      const begin = lane?.shift();
      if (!lane || !begin) return;
      lanes = lane.length > 0 ? [...others, lane] : others;
      running++;
      begin();
    }
  };
  const ended = (good: boolean) => {
    running--;
    if (old > 0) old--;
    else if (good && (!asked || ++well >= width) && width < cap) {
      width = Math.min(cap, width + 1);
      well = 0;
    }
    next();
  };
  const slower = () => {
    if (old > 0) return;
    asked = true;
    width = Math.max(1, width / 2);
    well = 0;
    old = running;
  };
  return {
    limit(requests) {
      cap = Math.max(1, Math.min(most, requests));
      // What was held down is wide again at once: it had found no bound of S3's.
      width = asked ? Math.min(width, cap) : Math.min(Math.max(width, first), cap);
      next();
    },
    lane() {
      const queue: (() => void)[] = [];
      return {
        slower,
        get width() {
          return Math.floor(width);
        },
        run: (work) =>
          new Promise((resolve, reject) => {
            if (queue.length === 0) lanes.push(queue);
            queue.push(() => {
              work().then(
                (value) => {
                  ended(true);
                  resolve(value);
                },
                (error: unknown) => {
                  ended(false);
                  reject(error);
                },
              );
            });
            next();
          }),
      };
    },
  };
}

/** For one alone. */
export function createPace(parts: { first: number; most: number }): Pace {
  return createSharedPace(parts).lane();
}
