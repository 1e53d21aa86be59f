// `npm test`: every stage in turn, stopping at the first that fails. The last line is the count of all.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ClearError, explainSystemError, reportError } from './clear-error.mjs';
import { findFailedTasks } from './find-failed-tasks.mjs';
import { readLastLines } from './process/run-logged.mjs';
import { onStopRequest } from './process/stop-signals.mjs';
import { watchParent } from './process/watch-parent.mjs';
import { say } from './progress.mjs';
import { addCounts, inWords, noCounts } from './testing/counts.mjs';
import { readOptions } from './testing/read-options.mjs';
import { STAGES } from './testing/stages.mjs';
import { testEnvironment } from './testing/test-environment.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const results = path.join(root, 'test-results');
const stopping = new AbortController();

try {
  const names = STAGES.map(({ name }) => name);
  const { only, isVerbose } = readOptions(process.argv.slice(2), names);
  onStopRequest(() => stopping.abort());
  watchParent(() => stopping.abort());
  const stages = STAGES.filter(({ name }) => only.includes(name));
  const total = await runAll(stages, isVerbose);
  if (total.failed > 0) process.exitCode = 1;
  console.log(`\n${inWords(total)}`);
} catch (error) {
  reportError(error);
}
process.exit();

/**
 * @param {import('./testing/stages.mjs').Stage[]} stages
 * @param {boolean} isVerbose
 */
async function runAll(stages, isVerbose) {
  let total = noCounts();
  for (const [index, stage] of stages.entries()) {
    const counts = await runStage(stage, isVerbose);
    total = addCounts([total, counts]);
    if (counts.failed === 0) continue;
    const left = stages.slice(index + 1).map(({ name }) => name);
    if (left.length > 0) console.log(`\nNot run: ${left.join(', ')}.`);
    break;
  }
  return total;
}

/**
 * @param {import('./testing/stages.mjs').Stage} stage
 * @param {boolean} isVerbose
 */
async function runStage({ name, title, run }, isVerbose) {
  const folder = path.join(results, name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const logFile = path.join(results, `${name}.log`);
  fs.rmSync(logFile, { force: true });
  say(title);
  const startedAt = Date.now();
  const context = { root, results: folder, logFile, env: testEnvironment(), say };
  const counts = await run({ ...context, signal: stopping.signal }).catch(asFailure);
  if (stopping.signal.aborted) throw new ClearError('Stopped.', 'run `npm test` again.');
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  say(`  ${counts.failed > 0 ? 'FAILED' : 'ok'}: ${inWords(counts)} in ${seconds} s`);
  if (counts.failed > 0) showFailures(counts, logFile);
  else if (isVerbose && fs.existsSync(logFile)) console.log(fs.readFileSync(logFile, 'utf8'));
  return counts;
}

/** @param {unknown} error @returns {import('./testing/counts.mjs').Counts} */
function asFailure(error) {
  const clear = error instanceof ClearError ? error : explainSystemError(error);
  const words = clear
    ? `${clear.message}\nNext step: ${clear.nextStep}`
    : String(/** @type {Error} */ (error).stack);
  return { ...noCounts(), failed: 1, failures: [words] };
}

/**
 * @param {import('./testing/counts.mjs').Counts} counts
 * @param {string} logFile
 */
function showFailures({ failures }, logFile) {
  const named = failures.filter(Boolean);
  for (const failure of named) console.log(`\n${failure.trimEnd()}`);
  if (!fs.existsSync(logFile)) return;
  if (named.length === 0)
    console.log(findFailedTasks(fs.readFileSync(logFile, 'utf8')) || readLastLines(logFile, 60));
  console.log(`\nThe whole output: ${logFile}`);
}
