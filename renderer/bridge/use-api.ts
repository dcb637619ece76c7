/** How components reach the bridge: one context, and hooks that render again only when their answer changes. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Failure } from '../../electron/contract/failure.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { Api } from './api.ts';

export const ApiContext = createContext<Api | null>(null);

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error('a screen was rendered outside of its ApiContext');
  return api;
}

/** The newest snapshot; null before the first one came. */
export function useSnapshotOrNull(): Snapshot | null {
  const { snapshots } = useApi();
  return useSyncExternalStore(snapshots.subscribe, snapshots.current);
}

export function useSnapshot(): Snapshot {
  const snapshot = useSnapshotOrNull();
  if (!snapshot) throw new Error('a screen was rendered before the first snapshot');
  return snapshot;
}

/** Something computed from now; the component renders again only when the answer (a primitive) changes. */
export function useFromNow<T extends string | number | boolean | null>(read: (now: number) => T): T {
  const { clock } = useApi();
  return useSyncExternalStore(clock.onTick, () => read(clock.ticked()));
}

export function useRefusal(): Failure | null {
  const { refusals } = useApi();
  return useSyncExternalStore(refusals.subscribe, refusals.current);
}
