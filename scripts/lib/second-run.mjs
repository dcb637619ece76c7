// @ts-check
// Pure: a whole-app test drives windows, a bus and a keychain on a machine that does other things too. A file or two that
// fail are run once more, by themselves; what passes then is counted, and named as such. Many failures are no accident.

/** @typedef {import('./summary.mjs').Count} Count */
/** @typedef {{ title: string, passed: boolean }} TestRun */
/** @typedef {{ file: string, passed: boolean, tests: TestRun[] }} FileRun */

const MOST_FILES = 3;

/**
 * @param {unknown} report Vitest's JSON report, or null when there is none
 * @returns {FileRun[]}
 */
export function fileRuns(report) {
  const { testResults } = /** @type {{ testResults?: unknown }} */ (report ?? {});
  if (!Array.isArray(testResults)) return [];
  return testResults.map(({ name, status, assertionResults }) => ({
    file: String(name),
    passed: status === 'passed',
    tests: /** @type {Record<string, unknown>[]} */ (assertionResults ?? []).map((one) => ({
      title: String(one.fullName),
      passed: one.status === 'passed',
    })),
  }));
}

/**
 * @param {readonly FileRun[]} runs
 * @returns {string[]} none when all passed, or when too many failed for an accident
 */
export function filesToRunAgain(runs) {
  const failed = runs.filter(({ passed }) => !passed).map(({ file }) => file);
  return failed.length > MOST_FILES ? [] : failed;
}

/**
 * @param {Count} first
 * @param {readonly FileRun[]} firstRuns
 * @param {Count} second of the files that ran again
 * @param {readonly FileRun[]} secondRuns
 * @returns {{ count: Count, notes: string[] }} what counts in the end, and what passed at its second run only
 */
export function joinRuns(first, firstRuns, second, secondRuns) {
  const again = new Map(secondRuns.map((run) => [run.file, run]));
  const kept = firstRuns.filter(({ file }) => !again.has(file));
  const passed = kept.flatMap(({ tests }) => tests).filter((one) => one.passed).length;
  const mended = firstRuns.filter((run) => !run.passed && again.get(run.file)?.passed);
  const notes = mended.flatMap(({ file, tests }) => {
    const failed = tests.filter((one) => !one.passed).map(({ title }) => `${file}: ${title}`);
    return failed.length > 0 ? failed : [file];
  });
  return again.size === 0
    ? { count: first, notes: [] }
    : { count: { passed: passed + second.passed, failed: second.failed }, notes };
}
