import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActionTarget } from '../begin.ts';
import { destinationOf } from './destination.ts';

const object = (key: string, version: string | null = null) => ({ key, sizeBytes: 1, version });
const target = (keys: string[], folders: string[] = [], prefix = 'x/'): ActionTarget => ({
  bucket: 'lark-workbench',
  prefix,
  objects: keys.map((key) => object(key)),
  folders,
});
const to = (text: string, of: ActionTarget, move = false) => {
  const destined = destinationOf(text, of, [], move);
  if (destined.kind !== 'to') throw new Error(destined.wrong);
  return destined.to;
};
const wrong = (text: string, of: ActionTarget, move = false) => {
  const destined = destinationOf(text, of, [], move);
  return destined.kind === 'wrong' ? destined.wrong : null;
};
const keys = (text: string, of: ActionTarget) =>
  to(text, of).sources.map((source) => (source.kind === 'object' ? source.toKey : source.toPrefix));

const one = target(['x/a.csv']);

test('a folder’s address takes the names as they are', () => {
  expect(to('s3://lark-scratch/in/', one)).toEqual({
    bucket: 'lark-scratch',
    sources: [{ kind: 'object', key: 'x/a.csv', version: null, toKey: 'in/a.csv' }],
    first: 's3://lark-scratch/in/a.csv',
  });
  expect(keys('lark-scratch', one)).toEqual(['a.csv']);
  expect(keys('s3://lark-scratch/in/', target(['x/b'], ['x/deep/']))).toEqual(['in/deep/', 'in/b']);
});

test('another address is the new name of one, and a folder for several', () => {
  expect(keys('s3://lark-scratch/in/new.csv', one)).toEqual(['in/new.csv']);
  expect(keys('s3://lark-scratch/in', target([], ['x/deep/']))).toEqual(['in/']);
  expect(keys('s3://lark-scratch/in', target(['x/a', 'x/b']))).toEqual(['in/a', 'in/b']);
});

test('any form of an address does', () => {
  expect(to('https://lark-scratch.s3.eu-west-1.amazonaws.com/in/', one).first).toBe(
    's3://lark-scratch/in/a.csv',
  );
  expect(to('arn:aws:s3:::lark-scratch/in/', one).first).toBe('s3://lark-scratch/in/a.csv');
});

test.each([
  ['nothing', '', /An address is needed/],
  ['no bucket', 's3://', /bucket/],
  ['another’s host', 'https://example.com/x', /host/],
  ['where it is', 's3://lark-workbench/x/', /already/],
])('%s is refused in words', (_, text, words) => {
  expect(wrong(text, one)).toMatch(words);
});

test('a folder is not moved into itself, and may be copied there', () => {
  const folder = target([], ['x/deep/']);
  expect(wrong('s3://lark-workbench/x/deep/', folder, true)).toMatch(/into itself/);
  expect(keys('s3://lark-workbench/x/deep/', folder)).toEqual(['x/deep/deep/']);
  expect(wrong('s3://lark-scratch/x/deep/', folder, true)).toBeNull();
});

test('an older version may be copied onto its own key', () => {
  const older = { ...one, objects: [object('x/a.csv', 'v1')] };
  expect(wrong('s3://lark-workbench/x/', older)).toBeNull();
});

test('a key that would be too long is refused before anything is copied', () => {
  expect(wrong(`s3://lark-scratch/${'é'.repeat(510)}/`, one)).toMatch(/1,024 bytes/);
});

const odd = [
  '/a',
  'a//b',
  '//',
  ' ',
  'a/',
  '.',
  '..',
  '../../x',
  'a%2Fb',
  '+',
  '\\',
  ':',
  'CON.txt',
  'dot.',
  'space ',
  'x\u0001y',
  '📦',
  're\u0301',
  'r\u00e9',
  '%',
  '?versionId=null',
  '#',
  "'",
];

test.each(odd)('%j keeps its bytes below another folder', (name) => {
  expect(keys('s3://lark-scratch/in/', target([name], [], ''))).toEqual([`in/${name}`]);
  expect(keys('s3://lark-scratch', target([`p/${name}`], [], 'p/'))).toEqual([name]);
});

test('whatever a key is, only its folder changes', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(name, (key) => {
      expect(keys('s3://lark-scratch/in/', target([`x/${key}`]))).toEqual([`in/${key}`]);
    }),
  );
});
