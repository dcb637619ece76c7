/** The newest snapshot as an external store for React; keeps the screen's clock in step with main's. */
import type { DaypassBridge } from '../../electron/contract/bridge.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { ScreenClock } from './clock.ts';

export interface SnapshotStore {
  current(): Snapshot | null;
  subscribe(listener: () => void): () => void;
}

export function createSnapshotStore(bridge: DaypassBridge, clock: ScreenClock): SnapshotStore {
  let current: Snapshot | null = null;
  const listeners = new Set<() => void>();
  bridge.onSnapshot((snapshot) => {
    current = snapshot;
    clock.sync(snapshot.at);
    for (const listener of [...listeners]) listener();
  });
  return {
    current: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
