/**
 * How many requests are under way: doubles with each window that goes well until S3 asks for fewer the first time, then
 * grows by one a window and is halved at each asking (TCP's slow start, additive increase, multiplicative decrease).
 * Waiting requests go in the order they came. Pure.
 */
export interface Pace {
  /** Runs `work` once there is room. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** S3 said SlowDown. Once a window counts: many refusals at the same moment are one. */
  slower(): void;
  readonly width: number;
}

export function createPace({ first, most }: { first: number; most: number }): Pace {
  let width = first;
  let running = 0;
  let asked = false;
  /** Requests that went well since the width changed. */
  let well = 0;
  /** Requests that were under way when it was halved: their refusals are the same news. */
  let old = 0;
  const queue: (() => void)[] = [];

  const next = () => {
    while (running < Math.floor(width)) {
      const begin = queue.shift();
      if (!begin) return;
      running++;
      begin();
    }
  };
  const ended = (good: boolean) => {
    running--;
    if (old > 0) old--;
    else if (good && (!asked || ++well >= width) && width < most) {
      width = Math.min(most, width + 1);
      well = 0;
    }
    next();
  };
  return {
    get width() {
      return Math.floor(width);
    },
    run: (work) =>
      new Promise((resolve, reject) => {
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
    slower() {
      if (old > 0) return;
      asked = true;
      width = Math.max(1, width / 2);
      well = 0;
      old = running;
    },
  };
}
