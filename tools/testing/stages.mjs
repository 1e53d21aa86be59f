// The stages of `npm test`, in the order of what is quickest to tell.
import fs from 'node:fs';
import path from 'node:path';
import { buildAll, nxArguments } from '../build.mjs';
import { findBrowser } from '../find-browser.mjs';
import { runLogged } from '../process/run-logged.mjs';
import { addCounts, countPlaywright, judge, noCounts, readCounts } from './counts.mjs';
import { withTestDatabase } from './test-database.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/**
 * @typedef {object} Context
 * @property {string} root of the checkout
 * @property {string} results an empty folder for this stage
 * @property {string} logFile
 * @property {AbortSignal} signal
 * @property {NodeJS.ProcessEnv} env
 * @property {(text: string) => void} say
 */
/** @typedef {{ name: string, title: string, run: (context: Context) => Promise<Counts> }} Stage */

/** @type {Stage[]} */
export const STAGES = [
  { name: 'format', title: 'Format (prettier)', run: runFormat },
  { name: 'lint', title: 'Lint (eslint)', run: runLint },
  { name: 'architecture', title: 'Architecture and tools (node:test)', run: runTools },
  { name: 'types', title: 'Types (tsc)', run: runTypes },
  { name: 'unit', title: 'Unit and integration (jest, Postgres)', run: runJest },
  { name: 'e2e', title: 'End to end (Playwright, real browser)', run: runEndToEnd },
];

/** @param {Context} context */
function runFormat(context) {
  const cache = ['--cache', '--cache-location', 'node_modules/.cache/prettier-check'];
  return check(context, [[bin(context, 'prettier/bin/prettier.cjs'), '--check', '.', ...cache]]);
}

/** @param {Context} context */
function runLint(context) {
  const loose = ['tools', 'bench', 'jest.preset.mjs', 'eslint.config.mjs'].filter((name) =>
    fs.existsSync(path.join(context.root, name)),
  );
  return check(context, [
    nxArguments(context.root, 'run-many', '-t', 'lint', '--parallel=2'),
    [bin(context, 'eslint/bin/eslint.js'), '--no-error-on-unmatched-pattern', ...loose],
  ]);
}

/** @param {Context} context */
function runTypes(context) {
  return check(context, [
    nxArguments(context.root, 'run-many', '-t', 'typecheck', '--parallel=2'),
    [bin(context, 'typescript/bin/tsc'), '-p', 'tools'],
  ]);
}

/** @param {Context} context */
async function runTools(context) {
  const folder = path.join(context.root, 'tools');
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => path.join(folder, name));
  const counts = path.join(context.results, 'tools.json');
  const reporters = [
    ['spec', 'stdout'],
    [path.join(folder, 'testing/node-test-counts.mjs'), counts],
  ].flatMap(([reporter, to]) => [
    `--test-reporter=${reporter}`,
    `--test-reporter-destination=${to}`,
  ]);
  const code = await run(context, ['--test', ...reporters, ...files]);
  return judge(readCounts(context.results), code);
}

/** @param {Context} context */
async function runJest(context) {
  const reporter = path.join(context.root, 'tools/testing/jest-counts.mjs');
  const jest = ['--', '--reporters=default', `--reporters=${reporter}`];
  const args = nxArguments(context.root, 'run-many', '-t', 'test', '--parallel=2');
  const code = await withTestDatabase(context, async (url) => {
    const env = { ...context.env, TEST_DATABASE_URL: url, HATCHR_TEST_COUNTS: context.results };
    return run({ ...context, env }, [...args, ...jest]);
  });
  return judge(readCounts(context.results), code);
}

/** @param {Context} context */
async function runEndToEnd(context) {
  await buildAll(context.root, { logFile: context.logFile, signal: context.signal });
  const browser = await findBrowser(context.say);
  context.say(`  browser: ${browser.executablePath}`);
  const report = path.join(context.results, 'playwright.json');
  const env = {
    ...context.env,
    ...browser.env,
    HATCHR_BROWSER: browser.executablePath,
    HATCHR_BROWSER_ARGS: JSON.stringify(browser.args),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const cli = bin(context, '@playwright/test/cli.js');
  const cwd = path.join(context.root, 'apps/e2e');
  const code = await run({ ...context, env }, [cli, 'test', '--reporter=list,json'], cwd);
  const written = fs.existsSync(report) ? fs.readFileSync(report, 'utf8') : '';
  return judge(written ? countPlaywright(JSON.parse(written)) : noCounts(), code);
}

/**
 * Programs that say yes or no: each counts as one test.
 * @param {Context} context
 * @param {string[][]} programs arguments of node
 */
async function check(context, programs) {
  const counts = [];
  for (const args of programs) {
    const code = await run(context, args);
    counts.push(judge({ ...noCounts(), passed: code === 0 ? 1 : 0 }, code));
    if (code !== 0) break;
  }
  return addCounts(counts);
}

/**
 * @param {Context} context
 * @param {string[]} args
 * @param {string} [cwd]
 */
const run = ({ root, logFile, env, signal }, args, cwd = root) =>
  runLogged(args, { cwd, logFile, env, signal });

/**
 * @param {Context} context
 * @param {string} file
 */
const bin = ({ root }, file) => path.join(root, 'node_modules', file);
