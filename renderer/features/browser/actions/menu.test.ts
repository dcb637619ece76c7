import { expect, test } from 'vitest';
import type { ActionName, ActionObject, ActionTarget } from './begin.ts';
import { menuOf } from './menu.ts';

const object = (key: string, part: Partial<ActionObject> = {}): ActionObject => ({
  key,
  sizeBytes: 1,
  version: null,
  storageClass: 'STANDARD',
  ...part,
});
const target = (objects: ActionObject[], folders: string[] = []): ActionTarget => ({
  bucket: 'lark-workbench',
  prefix: '',
  objects,
  folders,
});
const facts = { readOnly: false, live: true, has: () => true };
const ids = (of: ActionTarget, part: Partial<typeof facts> = {}) =>
  menuOf(of, { ...facts, ...part }).map(({ id }) => id);
const words = (of: ActionTarget) => menuOf(of, facts).map((choice) => choice.words);
const archived = object('old.tar', { storageClass: 'DEEP_ARCHIVE' });

test.each<[string, ActionTarget, string[]]>([
  [
    'one object',
    target([object('a')]),
    ['downloadTo', 'share', 'rename', 'copyTo', 'moveTo', 'editTags', 'editHeaders', 'delete'],
  ],
  [
    'an archived one is restored too',
    target([archived]),
    ['downloadTo', 'share', 'rename', 'copyTo', 'moveTo', 'editTags', 'editHeaders', 'restore', 'delete'],
  ],
  [
    'several have no one name',
    target([object('a'), object('b')]),
    ['downloadTo', 'copyTo', 'moveTo', 'editTags', 'editHeaders', 'delete'],
  ],
  [
    'one folder',
    target([], ['x/']),
    [
      'downloadTo',
      'rename',
      'copyTo',
      'moveTo',
      'editTags',
      'editHeaders',
      'measure',
      'deletedHere',
      'delete',
    ],
  ],
  [
    'folders and objects',
    target([object('a')], ['x/']),
    ['downloadTo', 'copyTo', 'moveTo', 'editTags', 'editHeaders', 'measure', 'delete'],
  ],
  [
    'nothing: the folder itself',
    target([]),
    ['newFolder', 'uploadFiles', 'uploadFolders', 'downloadTo', 'deletedHere', 'unfinishedHere', 'measure'],
  ],
  [
    'an older version',
    target([object('a', { version: 'v1' })]),
    ['share', 'makePresent', 'copyTo', 'delete'],
  ],
])('%s', (_, of, names) => {
  expect(ids(of)).toEqual(names);
});

test('the destructive one says how many, comes last, and is the only one in its colour', () => {
  expect(words(target([object('a')])).at(-1)).toBe('Delete…');
  expect(words(target([object('a'), object('b')])).at(-1)).toBe('Delete 2…');
  expect(words(target([object('a')], ['x/', 'y/'])).at(-1)).toBe('Delete 2 folders and 1 object…');
  expect(words(target([object('a')], ['x/'])).at(-1)).toBe('Delete the folder and 1 object…');
  expect(words(target([], ['x/', 'y/'])).at(-1)).toBe('Delete 2 folders…');
  const choices = menuOf(target([object('a')]), facts);
  expect(choices.filter(({ danger }) => danger)).toEqual([choices.at(-1)]);
});

test('of several only the archived ones are restored, and it says so', () => {
  expect(words(target([object('a'), archived]))).toContain('Restore 1 archived one…');
});

test('a read-only session is offered nothing that writes, and is told how to change that', () => {
  const choices = menuOf(target([archived]), { ...facts, readOnly: true });
  expect(choices.map(({ id }) => id)).toEqual(['downloadTo', 'share', 'only-reads', 'wider']);
  expect(choices[2]).toMatchObject({ words: 'This session may only read', disabled: true });
});

test('after the end everything stays in sight and nothing can be chosen', () => {
  expect(menuOf(target([object('a')]), { ...facts, live: false }).every(({ disabled }) => disabled)).toBe(
    true,
  );
});

test('what nobody answers to is not offered', () => {
  const only = (name: ActionName) => name === 'delete';
  expect(menuOf(target([object('a')]), { ...facts, has: only }).map(({ id }) => id)).toEqual(['delete']);
  expect(menuOf(target([]), { ...facts, has: only })).toEqual([]);
});
