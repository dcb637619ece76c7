import { expect, test } from 'vitest';
import { fileRuns, filesToRunAgain, joinRuns } from './second-run.mjs';

const file = (name: string, ...passed: boolean[]) => ({
  name,
  status: passed.includes(false) ? 'failed' : 'passed',
  assertionResults: passed.map((good, at) => ({
    fullName: `test ${at}`,
    status: good ? 'passed' : 'failed',
  })),
});
const runs = (...testResults: unknown[]) => fileRuns({ testResults });

test('files with a failure run again, unless there are too many', () => {
  expect(filesToRunAgain(runs(file('a', true), file('b', true, false)))).toEqual(['b']);
  expect(filesToRunAgain(runs(...['a', 'b', 'c', 'd'].map((name) => file(name, false))))).toEqual([]);
  expect(filesToRunAgain(fileRuns(null))).toEqual([]);
});

test('what passes at its second run counts, and is named', () => {
  const first = runs(file('a', true, true), file('b', true, false));
  const second = runs(file('b', true, true));
  expect(joinRuns({ passed: 3, failed: 1 }, first, { passed: 2, failed: 0 }, second)).toEqual({
    count: { passed: 4, failed: 0 },
    notes: ['b: test 1'],
  });
});

test('what fails again stays failed', () => {
  const first = runs(file('a', true), file('b', true, false));
  const second = runs(file('b', true, false));
  expect(joinRuns({ passed: 2, failed: 1 }, first, { passed: 1, failed: 1 }, second)).toEqual({
    count: { passed: 2, failed: 1 },
    notes: [],
  });
});

test('a file that did not load at all is named by itself', () => {
  const first = runs({ name: 'a', status: 'failed', assertionResults: [] });
  expect(joinRuns({ passed: 0, failed: 1 }, first, { passed: 1, failed: 0 }, runs(file('a', true)))).toEqual({
    count: { passed: 1, failed: 0 },
    notes: ['a'],
  });
});

test('without a second run the first counts', () => {
  expect(joinRuns({ passed: 5, failed: 9 }, [], { passed: 0, failed: 0 }, [])).toEqual({
    count: { passed: 5, failed: 9 },
    notes: [],
  });
});
