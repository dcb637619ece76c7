import { expect, test } from 'vitest';
import { passView } from '../../../electron/contract/snapshot.test-parts.ts';
import { type GoToWorld, targetsFor } from './targets.ts';

const kept = (pass: string, bucket: string, prefix: string) => ({ pass, bucket, prefix });
const world: GoToWorld = {
  passes: [
    passView({ id: 'reports', label: 'Reports' }),
    passView({ id: 'sandbox', label: 'Sandbox', accountName: 'lark-sandbox', roleName: 'PowerUser' }),
  ],
  places: { bookmarks: [kept('reports', 'data', 'q3/')], recents: [kept('sandbox', 'data', 'q3/')] },
  bucketsOf: (pass) => (pass === 'reports' ? ['data', 'logs'] : []),
  pages: [{ page: 'settings', words: 'Settings' }],
};
const offered = (typed: string) =>
  targetsFor(world, typed).map(({ kind, words, hint }) => [kind, words, hint].filter(Boolean).join(' | '));

test('passes come first, then places with the pass they open in, then pages', () => {
  expect(offered('')).toEqual([
    'pass | Reports | Reader, 1111-2222-3333',
    'pass | Sandbox | PowerUser, lark-sandbox',
    'bookmark | s3://data/q3/ | Reports',
    'recent | s3://data/q3/ | Sandbox',
    'bucket | s3://data/ | Reports',
    'bucket | s3://logs/ | Reports',
    'page | Settings',
  ]);
});

test('words may be of the place, of its pass, of the account and of the role', () => {
  expect(offered('sandbox q3')).toEqual(['recent | s3://data/q3/ | Sandbox']);
  expect(offered('poweruser')).toEqual(['pass | Sandbox | PowerUser, lark-sandbox']);
  expect(offered('nothing of it')).toEqual([]);
});
