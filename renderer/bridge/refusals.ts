/** The last order main refused, kept until it is dismissed or the next order goes well. Knows no words. */
import type { Failure } from '../../electron/contract/failure.ts';

export interface RefusalStore {
  current(): Failure | null;
  set(failure: Failure | null): void;
  subscribe(listener: () => void): () => void;
}

export function createRefusalStore(): RefusalStore {
  let current: Failure | null = null;
  const listeners = new Set<() => void>();
  return {
    current: () => current,
    set(failure) {
      if (failure === current) return;
      current = failure;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
