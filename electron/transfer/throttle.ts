/**
 * How many bytes a second go one way: whoever wants to move some waits until those before it would have gone. All
 * transfers of the way share it. Pure.
 */
export interface Throttle {
  /** Null: at once. Else resolves when these bytes may go; rejects when `stop` is aborted. */
  take(bytes: number, stop: AbortSignal): Promise<void> | null;
  /** Null: as fast as they can. */
  limit(bytesPerSecond: number | null): void;
  isLimited(): boolean;
}

export interface ThrottleParts {
  nowMs: () => number;
  wait: (ms: number, stop: AbortSignal) => Promise<void>;
}

export function createThrottle({ nowMs, wait }: ThrottleParts): Throttle {
  let perSecond: number | null = null;
  /** When all that was promised so far has gone. */
  let freeAtMs = 0;
  return {
    isLimited: () => perSecond !== null,
    limit(bytesPerSecond) {
      perSecond = bytesPerSecond;
      freeAtMs = nowMs();
    },
    take(bytes, stop) {
      if (perSecond === null) return null;
      const now = nowMs();
      const beginMs = Math.max(now, freeAtMs);
      freeAtMs = beginMs + (bytes / perSecond) * 1000;
      return beginMs <= now ? null : wait(beginMs - now, stop);
    },
  };
}
