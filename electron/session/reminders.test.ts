import { describe, expect, it } from 'vitest';
import { type Ending, remindersDue, reminderTitle } from './reminders.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-03-04T10:00:00Z');

function ending(pass: string, leftMinutes: number, more: Partial<Ending> = {}): Ending {
  const expiresAt = NOW + leftMinutes * MINUTE;
  const times = { startedAt: expiresAt - 60 * MINUTE, expiresAt, noticeAt: expiresAt - 10 * MINUTE };
  return { pass, label: pass, organisation: 'corp', state: 'ending', ...times, ...more };
}
const ended = (pass: string, minutesAgo: number, more: Partial<Ending> = {}) =>
  ending(pass, -minutesAgo, { state: 'ended', noticeAt: NOW - minutesAgo * MINUTE, ...more });

describe('what is told now', () => {
  const told = (endings: readonly Ending[], said: readonly string[] = []) =>
    [...remindersDue(endings, NOW, ({ pass }) => said.includes(pass))].map(([organisation, group]) => [
      organisation,
      ...group.map(({ pass }) => pass),
    ]);

  it.each<[string, Ending[], string[][]]>([
    ['nothing before the notice time', [ending('a', 11)], []],
    ['one at its notice time', [ending('a', 10)], [['corp', 'a']]],
    ['those of one organisation together', [ending('b', 10), ending('a', 9)], [['corp', 'a', 'b']]],
    ['with those that follow soon', [ending('a', 10), ending('b', 19)], [['corp', 'a', 'b']]],
    ['without those that end later', [ending('a', 10), ending('b', 21)], [['corp', 'a']]],
    [
      'organisations each for themselves',
      [ending('a', 10), ending('b', 10, { organisation: 'other' })],
      [
        ['corp', 'a'],
        ['other', 'b'],
      ],
    ],
    ['what has ended unsaid', [ended('a', 60), ended('b', 1)], [['corp', 'a', 'b']]],
    ['what has ended before what ends', [ending('b', 3), ended('a', 1)], [['corp', 'a']]],
  ])('%s', (_what, endings, expected) => {
    expect(told(endings)).toEqual(expected);
  });

  it('nothing that was said', () => {
    expect(told([ending('a', 9), ended('b', 1)], ['a', 'b'])).toEqual([]);
    expect(told([ending('a', 9), ending('b', 9)], ['a'])).toEqual([['corp', 'b']]);
  });
});

it.each<[Ending[], string]>([
  [[ending('Reports', 10)], 'Reports ends in 10 min'],
  [[ending('Reports', 9.99)], 'Reports ends in 10 min'],
  [[ending('Reports', 0.4)], 'Reports ends in 24 s'],
  [[ending('Reports', 120)], 'Reports ends in 2 h 00 m'],
  [[ending('Reports', 4), ending('Invoices', 5)], 'Reports and 1 more end in 4 min'],
  [[ended('Reports', 5)], 'Reports has ended'],
  [[ended('Reports', 5), ended('A', 4), ended('B', 4)], 'Reports and 2 more have ended'],
  [[], ''],
])('the title of case %#', (group, title) => {
  expect(reminderTitle(group, NOW)).toBe(title);
});
