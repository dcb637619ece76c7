/** How a task is stopped: nothing new at once, and what is under way is cut when it takes long. */
import { setMaxListeners } from 'node:events';

/** Thrown instead of beginning anything after the stop: what it was about is untouched. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

export interface Stops {
  /** Nothing is begun after it. */
  soft: AbortSignal;
  /** Cuts what is under way, some seconds later. */
  hard: AbortSignal;
  stop(): void;
  /** It has ended by itself. */
  settle(): void;
}

/** Answers come sooner than that, but for the copy of something large. */
const PATIENCE_MS = 10_000;

export function createStops(patienceMs = PATIENCE_MS): Stops {
  const soft = new AbortController();
  const hard = new AbortController();
  // Each request under way listens to them.
  setMaxListeners(0, soft.signal, hard.signal);
  let timer: NodeJS.Timeout | undefined;
  return {
    soft: soft.signal,
    hard: hard.signal,
    stop() {
      if (soft.signal.aborted) return;
      soft.abort();
      timer = setTimeout(() => hard.abort(), patienceMs);
    },
    settle: () => clearTimeout(timer),
  };
}
