import { expect, test } from 'vitest';
import type { AwsProfileView } from '../../../electron/contract/aws-profile.ts';
import type { HandoutView, WiringReport } from '../../../electron/contract/handout.ts';
import { handedOutToday, handoutNote, handoutWords, secondWords } from './handout-words.ts';
import { standingWords } from './profile-words.ts';
import { homeOf, shortPath } from './short-path.ts';
import { isName, stepDetail } from './step-words.ts';

const noon = new Date(2026, 9, 2, 12, 0, 5).getTime();
const handout = (part: Partial<HandoutView> = {}): HandoutView => ({
  at: noon,
  pass: 'reports',
  way: 'command',
  tool: 'aws',
  times: 1,
  waitedMs: 0,
  ...part,
});

test('only what this pass was asked for since midnight is of today', () => {
  const all = [
    handout(),
    handout({ pass: 'other' }),
    handout({ at: noon - 11 * 3_600_000 }),
    handout({ at: noon - 13 * 3_600_000 }),
  ];
  expect(handedOutToday(all, 'reports', noon)).toEqual([all[0], all[2]]);
  expect(secondWords(noon)).toBe('12:00:05');
});

test.each<[Partial<HandoutView>, string, string]>([
  [{}, 'aws by the command', ''],
  [{ way: 'exec', tool: 'zsh', times: 16 }, 'zsh for one command', '16 times at once'],
  [{ way: 'endpoint', tool: null }, 'A program by the local endpoint', ''],
  [{ way: 'copied', tool: null }, 'Copied by you', ''],
  [{ times: 2, waitedMs: 14_200 }, 'aws by the command', '2 times at once, waited 14 s for the sign-in'],
  [{ waitedMs: 400 }, 'aws by the command', ''],
])('%j in words', (part, words, note) => {
  const row = handoutWords(handout(part));
  expect(row.tool + row.words).toBe(words);
  expect(handoutNote(handout(part))).toBe(note);
});

const view = (part: Partial<AwsProfileView> = {}): AwsProfileView => ({
  file: '/home/ada/.aws/config',
  name: 'reports',
  suggested: 'reports',
  state: 'ours',
  line: 1,
  lines: [
    { number: 1, text: '[profile reports]', ours: true },
    { number: 2, text: 'region = eu-west-1', ours: true },
    { number: 3, text: 'output = json', ours: false },
  ],
  otherLines: 0,
  alsoInCredentialsFile: false,
  failure: null,
  ...part,
});

test.each<[Partial<AwsProfileView>, string, string | null]>([
  [{}, '2 lines are ours. The others stay, byte for byte.', null],
  [
    { otherLines: 1 },
    '2 lines are ours. 1 further option in this section is yours. The others stay, byte for byte.',
    null,
  ],
  [{ state: 'changed' }, 'Our lines are not as Daypass wrote them.', 'Write them anew'],
  [{ state: 'missing' }, 'There is no section reports in the file now.', 'Add it again'],
])('a profile that stands as %j', (part, words, mend) => {
  expect(standingWords(view(part))).toMatchObject({ words, mend });
});

test.each([
  ['/home/ada/.aws/config', '/home/ada/.daypass/bin/daypass', '~/.aws/config'],
  [
    'C:\\Users\\Ada Byron\\.aws\\config',
    'C:\\Users\\Ada Byron\\.daypass\\bin\\daypass.cmd',
    '~\\.aws\\config',
  ],
  ['/srv/aws/config', '/home/ada/.daypass/bin/daypass', '/srv/aws/config'],
  ['/home/ada2/.aws/config', '/home/ada/.daypass/bin/daypass', '/home/ada2/.aws/config'],
  ['/home/ada/.aws/config', '/opt/daypass', '/home/ada/.aws/config'],
])('%s beside the command %s is said as %s', (path, command, said) => {
  expect(shortPath(path, homeOf(command))).toBe(said);
});

test('where main has nothing to add, a step says what its mark stands for', () => {
  const report = { tookMs: 41 } as WiringReport;
  const step = { kind: 'answer', state: 'ok', detail: null, fix: null } as const;
  expect(stepDetail(step, report)).toBe('In 41 ms.');
  expect(stepDetail(step, { ...report, tookMs: 1240 })).toBe('In 1.2 s.');
  expect(stepDetail({ ...step, detail: 'Said.' }, report)).toBe('Said.');
  expect(stepDetail({ ...step, state: 'failed' }, report)).toBeNull();
  expect(stepDetail({ ...step, kind: 'shadow' }, report)).toMatch(/^No variable/);
  expect(['/home/a/daypass', 'arn:aws:sts::1:x/y', 'Line 42 of ~/.aws/config.'].map(isName)).toEqual([
    true,
    true,
    false,
  ]);
});
