/** Looks at each snapshot for what happened since the one before, and keeps it in memory. */
import type { ActivityView } from '../contract/activity.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import type { Happening } from './happening.ts';
import { observe } from './observe.ts';
import { createActivityRing } from './ring.ts';

export interface Activity {
  /** True when something happened, so that the snapshot looked at is old now. */
  look(snapshot: Snapshot): boolean;
  /** For what no snapshot tells. */
  note(happening: Happening): void;
  view(): Snapshot['activity'];
  older(before: number): { activities: ActivityView[]; complete: boolean };
}

const IN_SNAPSHOT = 100;
const A_STEP = 200;

export function createActivity(now: () => number): Activity {
  const ring = createActivityRing();
  let before: Snapshot | null = null;
  return {
    look(snapshot) {
      // At the first look everything is as it was found, but for what had to be said about it.
      const happenings = observe(before ?? { ...snapshot, notices: [] }, snapshot);
      before = snapshot;
      ring.add(happenings, now());
      return happenings.length > 0;
    },
    note: (happening) => ring.add([happening], now()),
    view: () => ({ newest: ring.newest(IN_SNAPSHOT), total: ring.size() }),
    older: (id) => ring.older(id, A_STEP),
  };
}
