// @ts-check
// Pure: what the steps of `npm test` add up to.

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {Count & { name: string }} Outcome
 */

/**
 * @param {boolean} good
 * @returns {Count} a step that is one check by itself
 */
export function oneCheck(good) {
  return good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * A Vitest run. A file that does not load, an error outside any test, or a missing report fails without a failed
 * test; it counts as one.
 * @param {unknown} report Vitest's JSON report, or null when there is none
 * @param {number} exitCode
 * @returns {Count}
 */
export function countVitest(report, exitCode) {
  const { numPassedTests, numFailedTests } = /** @type {Record<string, unknown>} */ (report ?? {});
  const passed = typeof numPassedTests === 'number' ? numPassedTests : 0;
  const failed = typeof numFailedTests === 'number' ? numFailedTests : 0;
  return { passed, failed: failed === 0 && (exitCode !== 0 || report === null) ? 1 : failed };
}

/**
 * @param {readonly Outcome[]} outcomes
 * @returns {{ lines: string[], good: boolean }} the last line is `N passed, N failed`
 */
export function summarise(outcomes) {
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  const width = Math.max(...outcomes.map(({ name }) => name.length));
  const lines = outcomes.map(
    (outcome) => `  ${outcome.name.padEnd(width)}  ${outcome.passed} passed, ${outcome.failed} failed`,
  );
  return { lines: ['', ...lines, '', `${passed} passed, ${failed} failed`], good: failed === 0 };
}
