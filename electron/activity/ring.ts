/** The last thousand activities, in memory only: nothing about a person's days is written for this. Pure. */
import type { ActivityView } from '../contract/activity.ts';
import type { Happening } from './happening.ts';

export interface ActivityRing {
  add(happenings: readonly Happening[], at: number): void;
  /** Newest first. */
  newest(count: number): ActivityView[];
  /** Those before the one with this id, newest first; `complete` when none is left beyond them. */
  older(before: number, count: number): { activities: ActivityView[]; complete: boolean };
  size(): number;
}

export const MOST_ACTIVITIES = 1000;

export function createActivityRing(most = MOST_ACTIVITIES): ActivityRing {
  let all: ActivityView[] = [];
  let last = 0;
  return {
    add(happenings, at) {
      all = [...all, ...happenings.map((happening) => ({ ...happening, id: ++last, at }))].slice(-most);
    },
    newest: (count) => all.slice(-count).reverse(),
    older(before, count) {
      const earlier = all.filter(({ id }) => id < before);
      return { activities: earlier.slice(-count).reverse(), complete: earlier.length <= count };
    },
    size: () => all.length,
  };
}
