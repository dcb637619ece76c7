import { expect, it } from 'vitest';
import { decodeEntry, encodeEntry } from './entry.ts';

const session = {
  accessKeyId: 'ASIAEXAMPLE',
  secretAccessKey: 'sec/ret+=',
  sessionToken: 'tok/en==',
  startedAt: 1000,
  expiresAt: 2000,
};
const lines = (...all: (string | number)[]) => all.join('\n');

it.each(['full', 'read-only'] as const)('a session comes back with its scope: %s', (scope) => {
  expect(decodeEntry(encodeEntry({ ...session, scope }))).toEqual({ ...session, scope });
});

it('an entry of the first Daypass, which knew no scope, is a full session', () => {
  const text = lines(1, 1000, 2000, 'ASIAEXAMPLE', 'sec/ret+=', 'tok/en==');
  expect(decodeEntry(text)).toEqual({ ...session, scope: 'full' });
});

it.each([
  ['nothing', ''],
  ['a later version', lines(3, 1000, 2000, 'a', 'b', 'c', 'full')],
  ['no scope where there must be one', lines(2, 1000, 2000, 'a', 'b', 'c')],
  ['a scope that nobody knows', lines(2, 1000, 2000, 'a', 'b', 'c', 'write-only')],
  ['a scope where there was none', lines(1, 1000, 2000, 'a', 'b', 'c', 'read-only')],
  ['more lines', lines(2, 1000, 2000, 'a', 'b', 'c', 'full', 'more')],
  ['an empty key', lines(2, 1000, 2000, '', 'b', 'c', 'full')],
  ['times that are words', lines(2, 'now', 'later', 'a', 'b', 'c', 'full')],
])('%s is no entry of ours', (_what, text) => {
  expect(decodeEntry(text)).toBeNull();
});
