// The command line of `npm run hatch`.
import { parseArgs } from 'node:util';
import { HatchError } from './hatch-error.mjs';

export const HELP = `Hatches an idea: one sentence in, a startup kit out.

  npm run hatch -- "AI scheduling tool for freelancers"
  echo "AI scheduling tool for freelancers" | npm run hatch -- -
  npm run --silent hatch -- --json "AI scheduling tool for freelancers" > kit.json

Options
  --json        standard output is one JSON document (npm's own banner needs npm run --silent):
                jobId, projectId, status, spec, competitors, verification, servedBy, proof,
                artifacts, dir, zip, error
  --url URL     use this Hatchr; otherwise the one that runs on the data folder, or on
                http://localhost:PORT, or one that is started for this job and stopped after it
  --out DIR     where the kit's folder is made (default ./hatched)
  --help        this text

The log goes to standard error, the summary to standard output. The kit lies in DIR/<slug>: the ZIP, its
proof, and the launch assets in launch/. Ctrl-C cancels the job; a second Ctrl-C leaves at once.

Exit codes
  0    completed; the files are there
  1    the job failed, or the server refused it
  2    wrong usage, or the sentence was refused
  3    no Hatchr could be reached or started
  4    the files could not be fetched as promised or not be written
  130  cancelled
`;

/**
 * @typedef {object} Options
 * @property {string} prompt as typed; '-' means standard input
 * @property {boolean} isJson
 * @property {boolean} wantsHelp
 * @property {string | undefined} url
 * @property {string} out
 */

/**
 * @param {string[]} args
 * @returns {Options}
 * @throws {HatchError} badUsage
 */
export function readOptions(args) {
  const { values, positionals } = parse(args);
  const { url, out = 'hatched', json: isJson = false, help: wantsHelp = false } = values;
  if (out === '') throw badUsage('--out is empty.');
  if (url !== undefined && !isHttpUrl(url))
    throw badUsage(`--url is ${JSON.stringify(url)}, which is not an http or https address.`);
  if (positionals.length === 0 && !wantsHelp) throw badUsage('There is no idea to hatch.');
  // Unquoted words are one sentence.
  return { prompt: positionals.join(' '), isJson, wantsHelp, url, out };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        url: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw badUsage(/** @type {Error} */ (error).message);
  }
}

/** @param {string} text */
const isHttpUrl = (text) =>
  URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);

/** @param {string} problem */
const badUsage = (problem) =>
  new HatchError('badUsage', problem, '`npm run hatch -- --help` shows how it is used.');
