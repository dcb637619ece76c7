import { expect, test } from 'vitest';
import type { ActionTarget } from '../begin.ts';
import {
  countLine,
  type DeleteFacts,
  deleteAct,
  deleteTitle,
  fateLine,
  mayDelete,
  offersEveryVersion,
} from './delete-words.ts';

const folder: ActionTarget = { bucket: 'lark-workbench', prefix: '', objects: [], folders: ['logs/'] };
const facts = (part: Partial<DeleteFacts>): DeleteFacts => ({
  target: folder,
  count: null,
  uncounted: false,
  versioning: 'on',
  everyVersion: false,
  ...part,
});
const count = { objects: 214, sizeBytes: 1.2e9, complete: true };
const sofar = { ...count, complete: false };

test('a folder is deleted once its number is known', () => {
  expect(countLine(facts({ count: sofar }))).toBe('214 objects, 1.2 GB so far, in lark-workbench.');
  expect(mayDelete(facts({ count: sofar }))).toBe(false);
  expect(countLine(facts({ count }))).toBe('214 objects, 1.2 GB, in lark-workbench.');
  expect(deleteAct(facts({ count }))).toBe('Delete 214');
  expect(mayDelete(facts({ count }))).toBe(true);
});

test('or when a person stopped the counting, and then it says that there are more', () => {
  expect(deleteAct(facts({ count: sofar, uncounted: true }))).toBe('Delete at least 214');
  expect(countLine(facts({ count: sofar, uncounted: true }))).toContain('There are more.');
  expect(deleteAct(facts({ uncounted: true }))).toBe('Delete without a count');
  expect(mayDelete(facts({ uncounted: true }))).toBe(true);
});

test('nothing is deleted before S3 told whether versions are kept, or would not tell', () => {
  expect(mayDelete(facts({ count, versioning: 'asking' }))).toBe(false);
  expect(mayDelete(facts({ count, versioning: null }))).toBe(true);
  expect(fateLine(facts({ versioning: null }))).toMatch(/If it keeps none, this is for good/);
});

test('it says what comes back: a marker does, every version does not', () => {
  expect(fateLine(facts({}))).toMatch(/Undo takes it away again/);
  expect(fateLine(facts({ versioning: 'never' }))).toMatch(/for good/);
  expect(fateLine(facts({ everyVersion: true }))).toMatch(/nothing brings it back/);
  expect(deleteAct(facts({ count, everyVersion: true }))).toBe('Delete 214 versions');
  expect(deleteTitle(facts({ everyVersion: true }))).toBe('Delete every version of logs/?');
});

test('every version is a choice only where there may be versions', () => {
  expect(offersEveryVersion(facts({}))).toBe(true);
  expect(offersEveryVersion(facts({ versioning: 'never' }))).toBe(false);
  expect(offersEveryVersion(facts({ versioning: 'asking' }))).toBe(false);
});

test('a delete marker holds nothing that could be lost, and is not called a version', () => {
  const marker = { key: 'a', sizeBytes: 0, version: 'm1', isMarker: true };
  const one = facts({
    target: { ...folder, folders: [], objects: [marker] },
    count: { objects: 1, sizeBytes: 0, complete: true },
    versioning: null,
  });
  expect(deleteTitle(one)).toBe('Delete this delete marker of a?');
  expect(countLine(one)).toBe('1 delete marker, in lark-workbench.');
  expect(fateLine(one)).not.toMatch(/for good/);
  expect(fateLine(one)).toMatch(/the present one again/);
  expect(deleteAct(one)).toBe('Delete 1');
});

test('one version that was chosen goes for good, and leaves no choice', () => {
  const version = { key: 'a', sizeBytes: 4, version: 'v1' };
  const one = facts({ target: { ...folder, folders: [], objects: [version] }, versioning: null });
  expect(deleteTitle(one)).toBe('Delete this version of a?');
  expect(fateLine(one)).toMatch(/for good/);
  expect(offersEveryVersion(one)).toBe(false);
});
