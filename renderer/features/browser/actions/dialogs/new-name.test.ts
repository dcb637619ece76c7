import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameIn, newName } from './new-name.ts';

const listed = new Set(['x/old.csv', 'x/logs/', 'x/re\u0301sume\u0301']);
const isThere = (key: string) => listed.has(key);
const object = { prefix: 'x/', isFolder: false, present: 'old.csv', isThere };
const folder = { prefix: 'x/', isFolder: true, present: null, isThere };
const rename = (name: string, prefix = 'x/') => newName(name, { ...object, prefix });

test('a name stands after the folder it is looked at in, whatever slashes are in both', () => {
  expect(nameIn('x/', 'x/old.csv', false)).toBe('old.csv');
  expect(nameIn('a/', 'a//', true)).toBe('');
  expect(nameIn('', '/', true)).toBe('');
  expect(nameIn('a//', 'a//b', false)).toBe('b');
  expect(nameIn('x/', 'other/deep/old.csv', false)).toBe('old.csv');
});

test('the same name is no news, and nothing is wrong about it', () => {
  expect(rename('old.csv')).toEqual({ key: null, wrong: null, hint: null });
});

test.each([
  ['nothing typed', '', /A name is needed/],
  ['a slash at the end of an object’s', 'new/', /look like a folder/],
  ['taken', 'old.csv', /already/],
])('%s', (_, name, wrong) => {
  expect(newName(name, { ...object, present: 'other' }).wrong).toMatch(wrong);
  expect(newName(name, { ...object, present: 'other' }).key).toBeNull();
});

test('a folder gets its slash, typed or not, and meets a folder of its name', () => {
  expect(newName('new', folder).key).toBe('x/new/');
  expect(newName('new/', folder).key).toBe('x/new/');
  expect(newName('logs', folder).wrong).toMatch(/a folder of that name/);
  expect(newName('', folder)).toEqual({ key: null, wrong: null, hint: null });
  expect(newName('/', folder).wrong).toMatch(/A name is needed/);
});

test('bytes are counted, not letters', () => {
  expect(rename('a'.repeat(1022)).key).toHaveLength(1024);
  expect(rename('a'.repeat(1023)).wrong).toMatch(/^1 byte too long/);
  expect(rename('é'.repeat(511)).key).not.toBeNull();
  expect(rename(`${'é'.repeat(511)}a`).wrong).toMatch(/too long/);
});

test.each([
  ['a twin in another spelling', 'r\u00e9sum\u00e9', /looks the same/],
  ['a space at the end', 'draft ', /space/],
  ['two slashes', 'a//b', /empty name/],
  ['a leading slash', '/a', /empty name/],
  ['dots', '../../x', /named \. or \.\./],
  ['a folder in it', 'a/b', /Below a\//],
])('%s is said and let through as it is', (_, name, hint) => {
  const { key, wrong, hint: said } = rename(name);
  expect({ key, wrong }).toEqual({ key: `x/${name}`, wrong: null });
  expect(said).toMatch(hint);
});

test('any other name becomes exactly what was typed', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(name, (typed) => {
      fc.pre(typed !== 'old.csv' && !typed.endsWith('/'));
      expect(newName(typed, { ...object, isThere: () => false }).key).toBe(`x/${typed}`);
    }),
  );
});
