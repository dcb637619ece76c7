import { expect, it } from 'vitest';
import { textObject } from './content/object.ts';
import { type ListQuery, listPage } from './listing.ts';

const KEYS = ['a', 'a/1', 'a/2', 'a/b/3', 'b', 'c/1', 'c/2', 'd', '～', '🪁'];
const OBJECTS = KEYS.map((key) => textObject({ key, modifiedAt: 0 }, () => key));
const ALL: ListQuery = { prefix: '', delimiter: '', maxKeys: 1000, startAfter: '', resumeAfter: undefined };

function names(query: Partial<ListQuery>) {
  const page = listPage(OBJECTS, { ...ALL, ...query });
  return {
    keys: page.contents.map((one) => one.key),
    prefixes: page.commonPrefixes,
    nextAfter: page.nextAfter,
  };
}

it.each([
  ['everything', {}, KEYS, []],
  ['a prefix', { prefix: 'a/' }, ['a/1', 'a/2', 'a/b/3'], []],
  ['one level', { delimiter: '/' }, ['a', 'b', 'd', '～', '🪁'], ['a/', 'c/']],
  ['one level below a prefix', { prefix: 'a/', delimiter: '/' }, ['a/1', 'a/2'], ['a/b/']],
  ['what comes after a key', { startAfter: 'c/1' }, ['c/2', 'd', '～', '🪁'], []],
  ['what comes after a key that is not there', { startAfter: 'c/0' }, ['c/1', 'c/2', 'd', '～', '🪁'], []],
  ['a level after a key inside a prefix', { startAfter: 'c/1', delimiter: '/' }, ['d', '～', '🪁'], ['c/']],
  ['nothing below an unknown prefix', { prefix: 'x' }, [], []],
  ['nothing when no key is wanted', { maxKeys: 0 }, [], []],
  ['a delimiter of two characters', { delimiter: '/b' }, KEYS.filter((key) => key !== 'a/b/3'), ['a/b']],
] as const)('lists %s', (_, query, keys, prefixes) => {
  expect(names(query)).toEqual({ keys, prefixes, nextAfter: undefined });
});

it.each([['' as const], ['/' as const]])(
  'gives the same in pages of any size, delimiter "%s"',
  (delimiter) => {
    const whole = names({ delimiter });
    for (let maxKeys = 1; maxKeys <= KEYS.length + 1; maxKeys += 1) {
      const keys: string[] = [];
      const prefixes: string[] = [];
      let resumeAfter: string | undefined;
      do {
        const page = names({ delimiter, maxKeys, resumeAfter });
        expect(page.keys.length + page.prefixes.length).toBeLessThanOrEqual(maxKeys);
        keys.push(...page.keys);
        prefixes.push(...page.prefixes);
        resumeAfter = page.nextAfter;
      } while (resumeAfter !== undefined);
      expect({ keys, prefixes, nextAfter: undefined }).toEqual(whole);
    }
  },
);
