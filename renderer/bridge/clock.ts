/**
 * The screen's clock: main's time from the last snapshot, counted on with the monotonic clock. The only
 * file of the screen that may read time. One shared tick a second, which stops while the document is hidden.
 */

export interface ScreenClock {
  /** Main's time now, epoch ms. */
  now(): number;
  /** The time of the last tick, epoch ms; stays the same between two ticks. */
  ticked(): number;
  /** Takes over main's time from a snapshot that just came. */
  sync(at: number): void;
  /** Calls back at every tick; answers the way out. */
  onTick(listener: () => void): () => void;
}

interface Visibility {
  readonly hidden: boolean;
  addEventListener(name: 'visibilitychange', listener: () => void): void;
}

export function createScreenClock(
  visibility: Visibility = document,
  monotonic: () => number = () => performance.now(),
): ScreenClock {
  let offsetMs = 0;
  let ticked = 0;
  let timer: ReturnType<typeof setInterval> | null = null;
  const listeners = new Set<() => void>();
  const now = () => offsetMs + monotonic();

  function tick() {
    ticked = now();
    for (const listener of [...listeners]) listener();
  }
  function arm() {
    const wanted = listeners.size > 0 && !visibility.hidden;
    if (wanted && timer === null) timer = setInterval(tick, 1000);
    if (!wanted && timer !== null) {
      clearInterval(timer);
      timer = null;
    }
  }
  visibility.addEventListener('visibilitychange', () => {
    arm();
    if (!visibility.hidden) tick();
  });

  return {
    now,
    ticked: () => ticked,
    sync(at) {
      offsetMs = at - monotonic();
      tick();
    },
    onTick(listener) {
      listeners.add(listener);
      arm();
      return () => {
        listeners.delete(listener);
        arm();
      };
    },
  };
}
