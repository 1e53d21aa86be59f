// A Jest reporter that leaves its counts for `npm test`, one file a project, in HATCHR_TEST_COUNTS.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

export default class JestCounts {
  /**
   * @param {unknown} _contexts
   * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
   *   numRuntimeErrorTestSuites: number, testResults: { failureMessage?: string | null }[] }} results
   */
  onRunComplete(_contexts, results) {
    const folder = process.env.HATCHR_TEST_COUNTS;
    if (!folder) return;
    const counts = {
      passed: results.numPassedTests,
      // A file that does not even load has no tests to count, but is a failure.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
      failures: results.testResults.flatMap(({ failureMessage }) => failureMessage ?? []),
    };
    fs.writeFileSync(path.join(folder, `jest-${process.pid}.json`), JSON.stringify(counts));
  }
}
