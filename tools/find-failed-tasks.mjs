import { stripVTControlCharacters } from 'node:util';

// Nx prints the output of all tasks one after the other; a person wants to see the failed ones.
const LINES_PER_TASK = 30;

/**
 * The output of the failed tasks, from what Nx prints with --output-style=static.
 * @param {string} output
 * @returns {string} empty when Nx named no failed task
 */
export function findFailedTasks(output) {
  // npm repeats in ten lines that the script failed, which Nx has said.
  const plain = stripVTControlCharacters(output).replace(/^npm (error|warn) .*\n/gm, '');
  const list = /Failed tasks:\s*\n((?:\s*- .+\n?)+)/.exec(plain)?.[1] ?? '';
  const failed = list
    .split('\n')
    .map((line) => line.replace(/^\s*- /, '').trim())
    .filter(Boolean);
  const sections = plain.split(/^(?=> nx run )/m);
  return failed
    .map((task) => {
      const section = sections.find((text) => text.startsWith(`> nx run ${task}`));
      const lines =
        (section ?? `> nx run ${task}`)
          .split(/^\s*NX\s/m)[0]
          ?.trimEnd()
          .split('\n') ?? [];
      const cut =
        lines.length > LINES_PER_TASK ? [lines[0], '...', ...lines.slice(-LINES_PER_TASK)] : lines;
      return cut.join('\n');
    })
    .join('\n\n');
}
