/** Activities as the page shows them: what the filters leave, by day. Pure. */
import type { ActivityView } from '../../../electron/contract/activity.ts';
import { type ActivityArea, activityArea } from '../../text/activity-text.ts';
import { formatDateTime } from '../../text/format.ts';

export interface ActivityFilter {
  area: ActivityArea | null;
  /** Pass id. */
  pass: string | null;
}

export interface ActivityDay {
  /** `2026-10-02` in local time. */
  date: string;
  activities: ActivityView[];
}

/** Newest first, each once, whatever came in which order. */
export function mergeActivities(
  known: readonly ActivityView[],
  more: readonly ActivityView[],
): readonly ActivityView[] {
  const fresh = more.filter(({ id }) => !known.some((each) => each.id === id));
  return fresh.length === 0 ? known : [...known, ...fresh].sort((a, b) => b.id - a.id);
}

export function filterActivities(
  activities: readonly ActivityView[],
  { area, pass }: ActivityFilter,
): ActivityView[] {
  return activities.filter(
    (activity) =>
      (area === null || activityArea(activity) === area) && (pass === null || activity.pass?.id === pass),
  );
}

export function groupByDay(activities: readonly ActivityView[]): ActivityDay[] {
  const days: ActivityDay[] = [];
  for (const activity of activities) {
    const date = formatDateTime(activity.at).slice(0, 10);
    const last = days.at(-1);
    if (last?.date === date) last.activities.push(activity);
    else days.push({ date, activities: [activity] });
  }
  return days;
}

/** `Today`, `Yesterday`, `Friday, 2 October 2026`. */
export function dayWords(date: string, now: number): string {
  if (date === formatDateTime(now).slice(0, 10)) return 'Today';
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const today = new Date(now);
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  const then = new Date(year, month - 1, day);
  if (then.getTime() === yesterday.getTime()) return 'Yesterday';
  const weekday = then.toLocaleDateString('en-GB', { weekday: 'long' });
  return `${weekday}, ${then.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`;
}

/** The passes that stand in any of them, by the name they had last. */
export function passesIn(activities: readonly ActivityView[]): { id: string; label: string }[] {
  const passes = new Map<string, string>();
  for (const { pass } of activities) if (pass && !passes.has(pass.id)) passes.set(pass.id, pass.label);
  return [...passes].map(([id, label]) => ({ id, label }));
}
