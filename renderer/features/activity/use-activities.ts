/** All activities this page has seen: the newest come with each snapshot, earlier ones when they are asked for. */
import { useState } from 'react';
import type { ActivityView } from '../../../electron/contract/activity.ts';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { mergeActivities } from './activity-model.ts';

export interface Activities {
  all: readonly ActivityView[];
  /** Asks for earlier ones; null when there are none. */
  more: (() => void) | null;
}

export function useActivities(): Activities {
  const { order } = useApi();
  const { activity } = useSnapshot();
  const [seen, setSeen] = useState<readonly ActivityView[]>([]);
  const [complete, setComplete] = useState(false);
  const all = mergeActivities(seen, activity.newest);
  if (all !== seen) setSeen(all);
  const oldest = all.at(-1);
  if (!oldest || complete || activity.total <= all.length) return { all, more: null };
  const more = async () => {
    const answer = await order('activity.older', { before: oldest.id });
    if (!answer.ok) return;
    setSeen((before) => mergeActivities(before, answer.value.activities));
    setComplete(answer.value.complete);
  };
  return { all, more: () => void more() };
}
