import { expect, test } from 'vitest';
import type { ActivityKind, ActivityView } from '../../../electron/contract/activity.ts';
import { activityArea, activityPlace, activityTitle, areaNames } from '../../text/activity-text.ts';
import { dayWords, filterActivities, groupByDay, mergeActivities, passesIn } from './activity-model.ts';

const noon = new Date(2026, 9, 2, 12, 0).getTime();
const HOUR = 3_600_000;
const activity = (id: number, part: Partial<ActivityView> = {}): ActivityView => ({
  id,
  at: noon + id,
  kind: 'sessionBegan',
  organisation: { id: 'corp', name: 'Corp' },
  pass: { id: 'reports', label: 'Reports' },
  detail: null,
  failure: null,
  ...part,
});
const ids = (activities: readonly ActivityView[]) => activities.map(({ id }) => id);

test('what comes in any order stands newest first, each once; nothing new changes nothing', () => {
  const known = [activity(5), activity(4)];
  const all = mergeActivities(known, [activity(6), activity(5), activity(2)]);
  expect(ids(all)).toEqual([6, 5, 4, 2]);
  expect(mergeActivities(all, known)).toBe(all);
});

test('filters by kind and by pass together', () => {
  const all = [
    activity(3, { pass: { id: 'other', label: 'Other' } }),
    activity(2, { kind: 'credentialsCopied' }),
    activity(1),
  ];
  expect(ids(filterActivities(all, { area: null, pass: null }))).toEqual([3, 2, 1]);
  expect(ids(filterActivities(all, { area: 'session', pass: null }))).toEqual([3, 1]);
  expect(ids(filterActivities(all, { area: 'session', pass: 'reports' }))).toEqual([1]);
  expect(passesIn(all)).toEqual([
    { id: 'other', label: 'Other' },
    { id: 'reports', label: 'Reports' },
  ]);
});

test('days are those of the wall clock', () => {
  const days = groupByDay([
    activity(3),
    activity(2, { at: noon - 11 * HOUR }),
    activity(1, { at: noon - 13 * HOUR }),
  ]);
  expect(days.map(({ date, activities }) => [date, ids(activities)])).toEqual([
    ['2026-10-02', [3, 2]],
    ['2026-10-01', [1]],
  ]);
  expect(dayWords('2026-10-02', noon)).toBe('Today');
  expect(dayWords('2026-10-01', noon)).toBe('Yesterday');
  expect(dayWords('2026-09-30', noon)).toBe('Wednesday, 30 September 2026');
});

const kinds: [ActivityKind, Partial<ActivityView>, string, string][] = [
  ['signinBegan', { detail: 'idp.corp.example' }, 'Sign-in to Corp began', 'at idp.corp.example'],
  ['signinAnswered', { detail: '1' }, 'Corp answered with 1 role to choose from', 'Corp'],
  ['credentialsCopied', { detail: 'powershell' }, 'Credentials of Reports copied for PowerShell', 'Corp'],
  ['credentialsCopied', { detail: 'sessionToken' }, 'Credentials of Reports copied: session token', 'Corp'],
  ['credentialsCopied', { detail: 'toString', pass: null }, 'Credentials of a pass that is gone copied', ''],
  ['downloadFailed', { detail: 'a.csv' }, 'Download of a.csv failed', 'with Reports'],
  ['sessionRenewed', {}, 'Reports renewed', 'Corp'],
];
test.each(kinds)('%s in words', (kind, part, title, place) => {
  const one = activity(1, { ...part, kind });
  expect([activityTitle(one), activityPlace(one)]).toEqual([title, place]);
  expect(Object.keys(areaNames)).toContain(activityArea(one));
});

test('a name that looks like a placeholder stays as it is', () => {
  const odd = activity(1, { pass: { id: 'x', label: '{organisation}' } });
  expect(activityTitle(odd)).toBe('{organisation} signed in');
});
