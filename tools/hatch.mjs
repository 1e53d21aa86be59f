// `npm run hatch`: the main job from a terminal. What it takes and how it ends is in hatch/read-options.mjs.
import { Console } from 'node:console';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ClearError, explainSystemError } from './clear-error.mjs';
import { noResult, toJson, toSummary } from './hatch/describe-result.mjs';
import { HatchRun } from './hatch/hatch-idea.mjs';
import { EXIT, HatchError } from './hatch/hatch-error.mjs';
import { loadContracts } from './hatch/load-contracts.mjs';
import { ProgressDisplay } from './hatch/progress-display.mjs';
import { HELP, readOptions } from './hatch/read-options.mjs';
import { readPrompt } from './hatch/read-prompt.mjs';
import { onStopRequest } from './process/stop-signals.mjs';
import { watchParent } from './process/watch-parent.mjs';
import { loadEnvFile, readSettings } from './supervisor/settings.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const result = noResult();
// The result alone goes to standard output; whatever else anyone prints goes to standard error.
globalThis.console = new Console(process.stderr, process.stderr);
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

process.exit(await main());

async function main() {
  // Also where the options cannot be read at all, a program gets its document.
  let isJson = args.includes('--json');
  let exitCode = EXIT.completed;
  try {
    const options = readOptions(args);
    isJson = options.isJson;
    if (options.wantsHelp) return print(HELP, exitCode);
    await hatch(options);
  } catch (error) {
    exitCode = report(error);
  }
  if (isJson) return print(`${toJson(result)}\n`, exitCode);
  const { project, dir } = result;
  return project && dir ? print(toSummary({ ...result, project, dir }), exitCode) : exitCode;
}

/** @param {import('./hatch/read-options.mjs').Options} options */
async function hatch({ prompt, url, out }) {
  const stopping = new AbortController();
  let stop = () => stopping.abort();
  /** @type {() => Promise<void>} */
  let hurry = async () => undefined;
  onStopRequest((count) =>
    count === 1 ? stop() : hurry().finally(() => process.exit(EXIT.cancelled)),
  );
  watchParent(() => stop());
  loadEnvFile(root);
  const settings = readSettings(root, process.env);
  const contracts = await loadContracts(root, stopping.signal);
  const sentence = await readPrompt(prompt, contracts);
  const display = new ProgressDisplay(process.stderr, process.env);
  const run = new HatchRun({ root, settings, url, out, contracts, display, result });
  stop = () => run.cancel();
  hurry = () => run.hurry();
  if (stopping.signal.aborted) stop();
  try {
    await run.hatch(sentence);
  } finally {
    await run.stop();
  }
}

/**
 * Tells what went wrong and notes it in the result.
 * @param {unknown} thrown
 * @returns {number} the exit code
 */
function report(thrown) {
  const clear = thrown instanceof ClearError ? thrown : explainSystemError(thrown);
  if (clear) console.error(`\n${clear.message}\nNext step: ${clear.nextStep}`);
  else console.error(thrown);
  // What is not an end of the job itself kept the server from starting.
  const { ending, code } =
    clear instanceof HatchError
      ? clear
      : { ending: /** @type {const} */ ('noServer'), code: 'hatch.noServer' };
  result.error = { code, message: clear?.message ?? String(thrown) };
  return EXIT[ending];
}

/**
 * Resolves once it is written: a pipe may take its time.
 * @param {string} text
 * @param {number} exitCode
 * @returns {Promise<number>}
 */
function print(text, exitCode) {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve(exitCode));
  });
}
