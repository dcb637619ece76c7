import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openFolders } from './folders.ts';
import { nameOf, segmentOf, withMark } from './names-on-disk.ts';
import { createPlaces } from './places.ts';

const exact = { upperAndLower: false, composedAndNot: false };
const loose = { upperAndLower: true, composedAndNot: true };
const paths = (keys: string[], same = exact) => {
  const places = createPlaces('posix', same);
  return keys.map((key) => {
    const { folders, name } = places.of(key);
    return [...folders, name].join('/');
  });
};

it('names that a disk takes for one are told apart, and only there', () => {
  const keys = ['x.txt', 'X.txt', 'A/1', 'a/1', '\u00e9', 'e\u0301', 'x.txt'];
  expect(paths(keys)).toEqual(keys);
  expect(paths(keys, loose)).toEqual(['x.txt', 'X%~2.txt', 'A/1', 'a%~2/1', '\u00e9', 'e\u0301%~2', 'x.txt']);
});

it('a file and a folder of one name are told apart, whichever comes first', () => {
  expect(paths(['a', 'a/b', 'a/c'])).toEqual(['a', 'a%~2/b', 'a%~2/c']);
  expect(paths(['a/b', 'a'])).toEqual(['a/b', 'a%~2']);
});

it('a mark of ours is told back, and one of the key’s own is kept', () => {
  expect(segmentOf(withMark(nameOf('a.csv', 'posix'), '2'))).toBe('a.csv');
  for (const own of ['a%~2.csv', '%~2', 'a%~2', '%~cut']) expect(segmentOf(nameOf(own, 'posix'))).toBe(own);
});

it.each(['posix', 'windows'] as const)(
  'a name that is too long is cut to fit on %s, and stays one of its own',
  (rules) => {
    const long = ['a', 'b'].map((last) => `${'ü%'.repeat(300)}${last}.tar`);
    const [one = '', other = ''] = long.map((segment) => nameOf(segment, rules));
    expect(one).not.toBe(other);
    for (const name of [one, other]) {
      expect(name).toMatch(/%~cut[0-9a-f]{16}\.tar$/);
      expect(rules === 'windows' ? name.length : Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    }
  },
);

const hostile = fc.array(
  fc.oneof(
    fc.constantFrom(
      '',
      '.',
      '..',
      '~',
      'a',
      'A',
      'C:',
      '\\',
      '..\\..',
      '%2F',
      '%~2',
      'CON.txt',
      'x.',
      ' ',
      '\0',
      'é',
      'e\u0301',
      '/etc',
      '🪁',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ unit: 'grapheme', minLength: 200, maxLength: 300 }),
  ),
  { minLength: 1, maxLength: 6 },
);

it('whatever the keys are: each is saved inside the folder, under a name of its own, and told back', async () => {
  const top = await mkdtemp(join(tmpdir(), 'places-'));
  try {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          hostile.map((parts) => parts.join('/')),
          { maxLength: 12 },
        ),
        async (some) => {
          const keys = some.filter(
            (key) => !key.endsWith('/') && key !== '' && Buffer.from(key).toString() === key,
          );
          const root = join(top, `${round++}`);
          await mkdir(root);
          const folders = await openFolders(root);
          const places = createPlaces('posix', await folders.sameNames());
          const at = new Map<string, string>();
          for (const key of keys) {
            const place = places.of(key);
            const path = join(await folders.folder(place.folders), place.name);
            expect(resolve(path).startsWith(root + sep)).toBe(true);
            await writeFile(path, key, { flag: 'wx' });
            at.set(path, key);
            const names = [...place.folders, place.name];
            if (!names.some((name) => name.includes('%~cut')))
              expect(names.map(segmentOf).join('/')).toBe(key);
          }
          for (const [path, key] of at) expect(await readFile(path, 'utf8')).toBe(key);
          await rm(root, { recursive: true });
          expect((await readdir(top)).length).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  } finally {
    await rm(top, { recursive: true });
  }
});
