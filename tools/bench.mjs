// `npm run bench -- NAME`: one of bench/NAME.bench.mjs; without a name, a short run of all.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { isMet, toJsonLine, toTable } from '../bench/measure.mjs';
import { buildAll } from './build.mjs';
import { ClearError, reportError } from './clear-error.mjs';
import { onStopRequest } from './process/stop-signals.mjs';
import { watchParent } from './process/watch-parent.mjs';
import { loadEnvFile } from './supervisor/settings.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const SUFFIX = '.bench.mjs';
const startedAt = Date.now();
const stopping = new AbortController();

try {
  loadEnvFile(root);
  onStopRequest((count) => (count === 1 ? stopping.abort() : process.exit(130)));
  watchParent(() => stopping.abort());
  await runBenches(process.argv.slice(2));
} catch (error) {
  reportError(stopping.signal.aborted ? new ClearError('Stopped.', 'run it again.') : error);
  if (stopping.signal.aborted) process.exitCode = 130;
}
process.exit();

/** @param {string[]} given names, and from the first option on what is for the bench itself */
async function runBenches(given) {
  const firstOption = given.findIndex((argument) => argument.startsWith('-'));
  const names = firstOption < 0 ? given : given.slice(0, firstOption);
  const options = firstOption < 0 ? [] : given.slice(firstOption);
  const known = fs
    .readdirSync(path.join(root, 'bench'))
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new ClearError(
      `There is no bench ${JSON.stringify(unknown)}.`,
      `use \`npm run bench -- NAME\` with one of: ${known.join(', ')}; or none for a short run of all.`,
    );
  say('building what is measured');
  await build();
  const context = { root, isShort: names.length === 0, options, say, signal: stopping.signal };
  for (const name of names.length > 0 ? names : known) {
    const { bench } = await import(`../bench/${name}${SUFFIX}`);
    const figures = await bench(context);
    console.log(`\n${toTable(figures)}\n`);
    console.log(toJsonLine(name, figures));
    if (!figures.every(isMet)) process.exitCode = 1;
  }
}

async function build() {
  const work = path.join(root, '.nx');
  fs.mkdirSync(work, { recursive: true });
  const logFile = path.join(work, 'bench-build.log');
  fs.rmSync(logFile, { force: true });
  await buildAll(root, { logFile, signal: stopping.signal, projects: '@hatchr/backend' });
}

/**
 * The report alone goes to standard output.
 * @param {string} text
 */
function say(text) {
  const seconds = `${((Date.now() - startedAt) / 1000).toFixed(1)}s`;
  console.error(`${seconds.padStart(7)}  ${text}`);
}
