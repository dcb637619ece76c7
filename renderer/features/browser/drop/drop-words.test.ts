import { expect, it } from 'vitest';
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import { showing } from '../../../gallery/scene.ts';
import { dropPlace, droppedWords, hangingWords } from './drop-words.ts';

const [pass] = showing('invoice-archive').passes as [PassView];
const into = { kind: 'into', bucket: 'reports', prefix: 'a/' } as const;

it('files go into the folder on screen, or the one they hang over', () => {
  expect(dropPlace(pass, { bucket: 'reports', prefix: 'a/' }, null, true)).toEqual(into);
  expect(dropPlace(pass, { bucket: 'reports', prefix: 'a/' }, 'a/b/', true)).toEqual({
    ...into,
    prefix: 'a/b/',
  });
});

it.each([
  ['the list of buckets', { bucket: null, prefix: '' }, true, /Open a bucket/],
  ['an ended session', { bucket: 'reports', prefix: '' }, false, /Sign in again/],
] as const)('%s takes none, and says why', (_what, place, live, words) => {
  expect(hangingWords(dropPlace(pass, place, null, live), 2)).toMatch(words);
});

it('a session that only reads takes none, and says why', () => {
  const reading = {
    ...pass,
    scope: 'read-only',
    session: { ...pass.session, scope: 'read-only' },
  } as PassView;
  expect(hangingWords(dropPlace(reading, { bucket: 'reports', prefix: '' }, null, true), 1)).toMatch(
    /only reads/,
  );
});

it.each([
  [into, 3, 'Upload 3 to a/'],
  [{ ...into, prefix: '' }, 0, 'Upload to reports'],
])('the destination is named', (place, count, words) => expect(hangingWords(place, count)).toBe(words));

it.each([
  [['report.csv'], 'report.csv'],
  [['a', 'b'], '2 files and folders'],
  [[], '0 files and folders'],
])('%j: %s', (names, words) => expect(droppedWords(names)).toBe(words));
