// The last line of `npm test`, and what counts in it.
import { describe, expect, it } from 'vitest';
import { countVitest, oneCheck, summarise } from './summary.mjs';

describe('a Vitest run', () => {
  it.each([
    ['counts its tests', { numPassedTests: 7, numFailedTests: 2 }, 1, { passed: 7, failed: 2 }],
    ['that is good has no failure', { numPassedTests: 7, numFailedTests: 0 }, 0, { passed: 7, failed: 0 }],
    [
      'fails once when a file does not load',
      { numPassedTests: 7, numFailedTests: 0 },
      1,
      { passed: 7, failed: 1 },
    ],
    ['fails once when it leaves no report', null, 0, { passed: 0, failed: 1 }],
    [
      'fails once when it finds no tests',
      { numPassedTests: 0, numFailedTests: 0 },
      1,
      { passed: 0, failed: 1 },
    ],
  ])('%s', (_, report, code, count) => {
    expect(countVitest(report, code)).toEqual(count);
  });
});

describe('the summary', () => {
  it('ends with the sum over all checks', () => {
    const { lines, good } = summarise([
      { name: 'types', ...oneCheck(true) },
      { name: 'unit tests', passed: 40, failed: 0 },
    ]);
    expect(lines.at(-1)).toBe('41 passed, 0 failed');
    expect(good).toBe(true);
  });

  it('is bad when one check failed', () => {
    const { lines, good } = summarise([
      { name: 'types', ...oneCheck(false) },
      { name: 'unit tests', passed: 40, failed: 0 },
    ]);
    expect(lines.at(-1)).toBe('40 passed, 1 failed');
    expect(good).toBe(false);
  });
});
