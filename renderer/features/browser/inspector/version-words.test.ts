import { expect, test } from 'vitest';
import type { ObjectVersion } from '../../../../electron/contract/s3-inspect.ts';
import { onlyVersionWords, topMarkers, versionBadge, versionCountWords } from './version-words.ts';

/** `m` is a delete marker, `v` a version; the first is the present one. */
const make = (signs: string): ObjectVersion[] =>
  [...signs].map((sign, n) => ({
    ...{ version: `${sign}${n}`, isMarker: sign === 'm', isPresent: n === 0, modifiedAt: n },
    ...{ sizeBytes: 0, storageClass: 'STANDARD', etag: null },
  }));
const ids = (versions: readonly ObjectVersion[]) => versions.map(({ version }) => version);

test.each([
  ['', []],
  ['vvm', []],
  ['mv', ['m0']],
  ['mmmvm', ['m0', 'm1', 'm2']],
  ['mm', ['m0', 'm1']],
])('of %s an undo takes %j away', (signs, markers) => {
  expect(ids(topMarkers(make(signs)))).toEqual(markers);
});

test('markers are no versions, and a count that may go on says so', () => {
  expect(versionCountWords({ versions: make('mvv'), complete: true })).toBe('2 versions');
  expect(versionCountWords({ versions: make('v'), complete: false })).toBe('1 version and more');
  expect(versionBadge({ versions: make('mvv'), complete: false })).toBe('2+');
});

test('an only version says what became of those before it', () => {
  const [one] = make('v');
  if (!one) throw new Error('no version');
  const words = (version: ObjectVersion, complete = true) =>
    onlyVersionWords({ versions: [version], complete });
  expect(words(one)).toBe('There is no older one.');
  expect(words({ ...one, version: 'null' })).toContain('kept no versions');
  expect(words(one, false)).toBeNull();
  expect(words({ ...one, isMarker: true })).toBeNull();
});
