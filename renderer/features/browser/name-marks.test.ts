import { expect, test } from 'vitest';
import { isPlainName, nameParts, twinMark } from './name-marks.ts';

test.each([
  'summary.csv',
  'Übersicht Köln (final) v2.csv',
  '📦 pack.zip',
  '👨‍👩‍👧 family.png',
  '株式会社.csv',
  'folder/',
])('%s is plain', (name) => expect(isPlainName(name)).toBe(true));

test.each(['', '/', ' lead', 'trail ', 'trail /', 'a\u200bb', 'a\nb', 'gpj\u202etxt', 'tab\t', 'nul\0'])(
  '%j is not plain',
  (name) => expect(isPlainName(name)).toBe(false),
);

test.each([
  ['draft ', ['text:draft', 'space: ']],
  ['draft /', ['text:draft', 'space: ', 'text:/']],
  ['  x', ['space:  ', 'text:x']],
  ['   ', ['space:   ']],
  ['a\nb', ['text:a', 'control:\\n', 'text:b']],
  ['a\u200bb', ['text:a', 'control:U+200B', 'text:b']],
  ['\u202etxt', ['control:U+202E', 'text:txt']],
])('%j is shown in its pieces', (name, pieces) => {
  expect(nameParts(name).map(({ kind, text }) => `${kind}:${text}`)).toEqual(pieces);
});

test('twins say how they differ', () => {
  expect(twinMark('r\u00e9sum\u00e9.csv')).toBe('twin: é as one character');
  expect(twinMark('re\u0301sume\u0301.csv')).toBe('twin: é as two');
  expect(twinMark('r\u00e9sume\u0301.csv')).toBe('twin: both spellings in one');
});
