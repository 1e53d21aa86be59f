import fs from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} failures what failed, in words
 */

/** @returns {Counts} */
export const noCounts = () => ({ passed: 0, failed: 0, skipped: 0, failures: [] });

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function addCounts(all) {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
      failures: [...sum.failures, ...one.failures],
    }),
    noCounts(),
  );
}

/**
 * The counts that reporters left as JSON files.
 * @param {string} folder
 * @returns {Counts}
 */
export function readCounts(folder) {
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.json'));
  const texts = files.sort().map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
  // A run that was killed leaves an empty file; its exit code tells of it.
  return addCounts(texts.filter(Boolean).map((text) => JSON.parse(text)));
}

/**
 * The counts of Playwright's JSON report. A flaky test passed in the end; it counts as passed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   suites: any[], errors?: { message?: string }[] }} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, suites, errors = [] }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    failures: [...errors.map(({ message }) => message ?? ''), ...suites.flatMap(failedSpecs)],
  };
}

/**
 * @param {{ title: string, specs?: any[], suites?: any[] }} suite
 * @returns {string[]}
 */
function failedSpecs({ title, specs = [], suites = [] }) {
  const own = specs
    .filter((spec) => !spec.ok)
    .map((spec) => {
      const results = spec.tests.flatMap((/** @type {any} */ test) => test.results);
      const errors = results.flatMap((/** @type {any} */ result) => result.errors ?? []);
      return `${title} > ${spec.title}\n${errors.at(-1)?.message ?? ''}`;
    });
  return [...own, ...suites.flatMap(failedSpecs)];
}

/**
 * What a stage proved. A stage that ran no test proved nothing, and a program that failed without naming a
 * test failed all the same.
 * @param {Counts} counts
 * @param {number} exitCode of the program
 * @returns {Counts}
 */
export function judge(counts, exitCode) {
  if (counts.failed > 0) return counts;
  const failOnce = (/** @type {string} */ why) =>
    addCounts([counts, { ...noCounts(), failed: 1, failures: [why] }]);
  if (exitCode !== 0) return failOnce('');
  if (counts.passed === 0) return failOnce('No test was executed.');
  return counts;
}

/** @param {Counts} counts */
export const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
