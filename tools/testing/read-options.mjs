import { ClearError } from '../clear-error.mjs';

/**
 * `npm test` takes `-- --only format,unit` (stages) and `-- --verbose` (the output of stages that passed).
 * @param {string[]} args
 * @param {string[]} names of the stages
 * @returns {{ only: string[], isVerbose: boolean }}
 * @throws {ClearError}
 */
export function readOptions(args, names) {
  let only = names;
  let isVerbose = false;
  for (let index = 0; index < args.length; index++) {
    const [option, value] = (args[index] ?? '').split('=');
    if (option === '--verbose') isVerbose = true;
    else if (option === '--only') only = (value ?? args[++index] ?? '').split(',');
    else throw unknown(`option ${args[index]}`, names);
  }
  const strange = only.find((name) => !names.includes(name));
  if (strange !== undefined) throw unknown(`stage ${JSON.stringify(strange)}`, names);
  return { only, isVerbose };
}

/**
 * @param {string} what
 * @param {string[]} names
 */
const unknown = (what, names) =>
  new ClearError(
    `Unknown ${what}.`,
    `use \`npm test\`, or \`npm test -- --only STAGES\` with some of ${names.join(',')}, or --verbose.`,
  );
