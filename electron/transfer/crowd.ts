/** The files of a transfer that are under way: small ones many at once, large ones two, and not too many looked for ahead. Pure. */
import { createPace } from './pace.ts';
import { WHOLE_BYTES } from './part-plan.ts';
import { MOST_SMALL } from './room.ts';

const MOST_LARGE_FILES = 2;
/** Found and not begun: looking for more waits meanwhile. */
const MOST_AHEAD = 1000;

export interface Crowd {
  /** Resolves once there is room for more. */
  take(bytes: number, work: () => Promise<void>): Promise<void>;
  /** Resolves when all are done; rejects with the first error. */
  empty(): Promise<void>;
  settled(): Promise<void>;
}

/** Small files many at once, large ones two at once, so that parts of the same object go together. */
export function createCrowd(): Crowd {
  const small = createPace({ first: MOST_SMALL, most: MOST_SMALL });
  const large = createPace({ first: MOST_LARGE_FILES, most: MOST_LARGE_FILES });
  const running = new Set<Promise<void>>();
  /** Whoever looks for more, told when one ends: to race all that run would cost more than the files do. */
  let roomMade = () => {};
  let broken: { error: unknown } | null = null;
  return {
    async take(bytes, work) {
      if (broken) throw broken.error;
      const run: Promise<void> = (bytes > WHOLE_BYTES ? large : small)
        .run(work)
        .catch((error: unknown) => {
          broken ??= { error };
        })
        .then(() => {
          running.delete(run);
          roomMade();
        });
      running.add(run);
      while (running.size >= MOST_AHEAD)
        await new Promise<void>((resolve) => {
          roomMade = resolve;
        });
    },
    async empty() {
      while (running.size > 0) await Promise.all(running);
      if (broken) throw broken.error;
    },
    async settled() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
